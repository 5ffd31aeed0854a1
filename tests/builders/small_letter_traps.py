"""Twenty sentences a language, as automatic transcripts write them, that only look like contact data. All invented."""

TRAPS = {
    "en": """we had twelve kids in the room and three of them never spoke
so there were two doors and one of them was always locked
she left at twenty past four and came back at nine
they gave us forty pounds and then sixteen more the week after
the road was closed for eleven days and nobody told us
i read page thirty two and then the whole second chapter
it was the third house visit in one month can you believe it
five six seven people maybe came to the first meeting
we tried it once twice three times and then we stopped
in two thousand and nine the centre opened with four rooms
one of the mums walked down the street with her two boys
there were ninety families in the estate when i started
half past eight or nine it depends on the bus
she is forty two and her brother is thirty nine
we talked about it for hours at the school gate
number one is trust and number two is time i think
on the one hand yes and on the other hand no
he got seven out of ten and then eight out of ten
the group met in the big hall for six weeks
we are at the end of the first year of three""",
    "de": """wir hatten zwölf kinder im raum und drei davon haben nie geredet
um zwanzig nach vier ist sie gegangen und um neun wiedergekommen
es gab zwei türen und eine war immer zu
die straße war elf tage gesperrt und keiner hat was gesagt
ich hab seite zweiunddreißig gelesen und das ganze zweite kapitel
das war der dritte hausbesuch in einem monat
fünf sechs sieben leute waren vielleicht da beim ersten treffen
wir haben das einmal zweimal dreimal versucht und dann war schluss
neunzig familien haben damals in der siedlung gewohnt
sie ist zweiundvierzig und ihr bruder neununddreißig
erstens vertrauen und zweitens zeit würde ich sagen
einerseits ja und andererseits nein
sieben von zehn punkten und dann acht von zehn
die gruppe hat sich sechs wochen im großen saal getroffen
wir sind am ende vom ersten von drei jahren
vierzig euro haben sie uns gegeben und dann noch sechzehn
halb acht oder neun das kommt auf den bus an
auf dem platz waren dreißig leute und zwei haben gesungen
die vier mütter haben am zaun gestanden und gelacht
in der kita waren damals acht stellen frei""",
    "cs": """měli jsme dvanáct dětí v místnosti a tři z nich nikdy nemluvily
odešla ve čtyři dvacet a vrátila se v devět
byly tam dvoje dveře a jedny byly pořád zamčené
ulice byla zavřená jedenáct dní a nikdo nám to neřekl
přečetla jsem stranu třicet dva a celou druhou kapitolu
to byla třetí návštěva za jeden měsíc
přišlo možná pět šest sedm lidí na první schůzku
zkusili jsme to jednou dvakrát třikrát a pak dost
tehdy bydlelo na sídlišti devadesát rodin
jí je čtyřicet dva a bratrovi třicet devět
za prvé důvěra a za druhé čas bych řekla
na jednu stranu ano a na druhou ne
dostal sedm bodů z deseti a pak osm
skupina se scházela šest týdnů ve velkém sále
jsme na konci prvního roku ze tří
dali nám čtyřicet korun a potom ještě šestnáct
v půl osmé nebo v devět to záleží na autobuse
na náměstí bylo třicet lidí a dva zpívali
čtyři maminky stály u plotu a smály se
ve školce bylo tehdy osm volných míst""",
    "el": """είχαμε δώδεκα παιδιά στην τάξη και τρία δεν μιλούσαν ποτέ
έφυγε στις τέσσερις και είκοσι και γύρισε στις εννιά
υπήρχαν δύο πόρτες και η μία ήταν πάντα κλειστή
ο δρόμος ήταν κλειστός έντεκα μέρες και δεν μας το είπε κανείς
διάβασα τη σελίδα τριάντα δύο και όλο το δεύτερο κεφάλαιο
ήταν η τρίτη επίσκεψη μέσα σε έναν μήνα
ήρθαν πέντε έξι εφτά άτομα στην πρώτη συνάντηση
το δοκιμάσαμε μία δύο τρεις φορές και μετά σταματήσαμε
ενενήντα οικογένειες έμεναν τότε στη γειτονιά
εκείνη είναι σαράντα δύο και ο αδελφός της τριάντα εννιά
πρώτον η εμπιστοσύνη και δεύτερον ο χρόνος νομίζω
από τη μια ναι και από την άλλη όχι
πήρε εφτά στα δέκα και μετά οκτώ στα δέκα
η ομάδα βρισκόταν έξι εβδομάδες στη μεγάλη αίθουσα
είμαστε στο τέλος του πρώτου χρόνου από τους τρεις
μας έδωσαν σαράντα ευρώ και μετά άλλα δεκαέξι
στις οχτώ και μισή ή στις εννιά εξαρτάται
στην πλατεία ήταν τριάντα άτομα και δύο τραγουδούσαν
οι τέσσερις μαμάδες στέκονταν στην αυλή και γελούσαν
στον παιδικό είχε τότε οκτώ ελεύθερες θέσεις""",
    "it": """avevamo dodici bambini nella stanza e tre non parlavano mai
è uscita alle quattro e venti ed è tornata alle nove
c'erano due porte e una era sempre chiusa
la strada è rimasta chiusa undici giorni e nessuno ci ha detto niente
ho letto la pagina trentadue e tutto il secondo capitolo
era la terza visita in un mese
saranno venute cinque sei sette persone al primo incontro
ci abbiamo provato una due tre volte e poi basta
nel quartiere abitavano allora novanta famiglie
lei ha quarantadue anni e il fratello trentanove
prima la fiducia e poi il tempo direi
da una parte sì e dall'altra no
ha preso sette su dieci e poi otto
il gruppo si vedeva da sei settimane nella sala grande
siamo alla fine del primo anno di tre
ci hanno dato quaranta euro e poi altri sedici
alle otto e mezza o alle nove dipende
in piazza c'erano trenta persone e due cantavano
le quattro mamme stavano al cancello e ridevano
all'asilo c'erano otto posti liberi""",
    "nl": """we hadden twaalf kinderen in het lokaal en drie zeiden nooit iets
ze ging om tien voor half vijf weg en kwam om negen uur terug
er waren twee deuren en een was altijd op slot
de straat was elf dagen dicht en niemand zei iets
ik heb bladzijde tweeëndertig gelezen en het hele tweede hoofdstuk
dat was het derde huisbezoek in een maand
er kwamen misschien vijf zes zeven mensen op de eerste avond
we hebben het een twee drie keer geprobeerd en toen niet meer
er woonden toen negentig gezinnen in de buurt
zij is tweeënveertig en haar broer negenendertig
ten eerste vertrouwen en ten tweede tijd denk ik
aan de ene kant wel en aan de andere kant niet
hij kreeg een zeven en daarna een acht
de groep kwam zes weken bij elkaar in de grote zaal
we zijn aan het einde van het eerste van drie jaren
ze gaven ons veertig euro en later nog zestien
half acht of negen dat ligt aan de bus
op het plein stonden dertig mensen en twee zongen
de vier moeders stonden bij het hek te lachen
op de opvang waren toen acht plekken vrij""",
    "no": """vi hadde tolv barn i rommet og tre av dem sa aldri noe
hun gikk tjue over fire og kom tilbake klokka ni
det var to dører og den ene var alltid låst
veien var stengt i elleve dager og ingen sa noe
jeg leste side trettito og hele det andre kapitlet
det var det tredje hjemmebesøket på en måned
det kom kanskje fem seks sju folk på det første møtet
vi prøvde en to tre ganger og så ga vi opp
det bodde nitti familier i bydelen den gangen
hun er førtito og broren er trettini
for det første tillit og for det andre tid vil jeg si
på den ene siden ja og på den andre siden nei
han fikk sju av ti og så åtte av ti
gruppa møttes i seks uker i den store salen
vi er på slutten av det første av tre år
de ga oss førti kroner og så seksten til
halv åtte eller ni det kommer an på bussen
på torget var det tretti folk og to av dem sang
de fire mødrene sto ved gjerdet og lo
i barnehagen var det åtte ledige plasser""",
    "pl": """mieliśmy dwanaścioro dzieci w sali i troje nigdy nic nie mówiło
wyszła dwadzieścia po czwartej i wróciła o dziewiątej
było dwoje drzwi i jedne zawsze zamknięte
ulica była zamknięta jedenaście dni i nikt nic nie powiedział
przeczytałam stronę trzydzieści dwa i cały drugi rozdział
to była trzecia wizyta w ciągu miesiąca
przyszło może pięć sześć siedem osób na pierwsze spotkanie
próbowaliśmy raz dwa trzy razy i koniec
mieszkało wtedy na osiedlu dziewięćdziesiąt rodzin
ona ma czterdzieści dwa lata a brat trzydzieści dziewięć
po pierwsze zaufanie a po drugie czas bym powiedziała
z jednej strony tak a z drugiej nie
dostał siedem na dziesięć a potem osiem
grupa spotykała się sześć tygodni w dużej sali
jesteśmy na końcu pierwszego roku z trzech
dali nam czterdzieści złotych a potem jeszcze szesnaście
o wpół do ósmej albo o dziewiątej zależy od autobusu
na rynku było trzydzieści osób i dwie śpiewały
cztery mamy stały przy płocie i się śmiały
w przedszkolu było wtedy osiem wolnych miejsc""",
    "pt": """tínhamos doze crianças na sala e três nunca falavam
ela saiu às quatro e vinte e voltou às nove
havia duas portas e uma estava sempre fechada
a rua esteve fechada onze dias e ninguém nos disse nada
li a página trinta e dois e o segundo capítulo todo
era a terceira visita num mês
vieram talvez cinco seis sete pessoas à primeira reunião
tentámos uma duas três vezes e depois parámos
moravam noventa famílias no bairro nessa altura
ela tem quarenta e dois anos e o irmão trinta e nove
primeiro a confiança e segundo o tempo diria eu
por um lado sim e por outro não
ele teve sete em dez e depois oito
o grupo encontrou-se seis semanas na sala grande
estamos no fim do primeiro ano de três
deram-nos quarenta euros e depois mais dezasseis
às oito e meia ou às nove depende do autocarro
na praça estavam trinta pessoas e duas cantavam
as quatro mães estavam ao portão a rir
na creche havia então oito vagas""",
}  # fmt: skip
