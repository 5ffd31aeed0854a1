"""Sentences that only look as if contact data was dictated: corners, corrections, answers, at and dot. Invented."""

TRAPS = {
    "en": """
she said no wait seven no eight children came that day
we sat in the corner of the room and waited an hour
Interviewer: How many? Mother: Four, no, five of us.
he was at home and the dot on the map was us
I counted one by one, two by two, until they were all out.
the number of families went from thirty to forty in a year
it was house after house and nobody opened the door
as in most schools there are two or three classes
they asked for the letter and we had three letters
between seven and eight we eat and at nine they sleep
""",
    "de": """
sie hat gesagt nein sieben nein acht kinder waren da
wir saßen in der ecke und haben eine stunde gewartet
Interviewerin: Wie viele? Mutter: Vier, nein, fünf waren wir.
das ist der punkt und da bleibe ich dabei
Einer nach dem anderen, zwei und zwei, bis alle draußen waren.
die zahl der familien ging von dreißig auf vierzig hoch
haus um haus und keiner hat aufgemacht
wie in jeder schule gibt es zwei oder drei klassen
wir haben drei briefe bekommen und keinen verstanden
zwischen sieben und acht essen wir und um neun schlafen sie
""",
    "it": """
ha detto no aspetta sette no otto bambini quel giorno
stavamo in un angolo e abbiamo aspettato un'ora
Intervistatrice: Quanti? Madre: Quattro, no, cinque eravamo.
questo è il punto e su questo non cambio idea
Uno alla volta, due a due, finché sono usciti tutti.
le famiglie sono passate da trenta a quaranta in un anno
casa per casa e nessuno apriva
come in ogni scuola ci sono due o tre classi
abbiamo ricevuto tre lettere e non capivamo niente
tra le sette e le otto mangiamo e alle nove dormono
""",
    "nl": """
ze zei nee wacht zeven nee acht kinderen die dag
we zaten in de hoek en hebben een uur gewacht
Interviewer: Hoeveel? Moeder: Vier, nee, vijf waren we.
dat is het punt en daar blijf ik bij
Eén voor één, twee aan twee, tot ze allemaal buiten waren.
het aantal gezinnen ging van dertig naar veertig in een jaar
huis na huis en niemand deed open
zoals op elke school zijn er twee of drie klassen
we kregen drie brieven en snapten er niets van
tussen zeven en acht eten we en om negen uur slapen ze
""",
    "no": """
hun sa nei vent sju nei åtte barn den dagen
vi satt i hjørnet og ventet en time
Intervjuer: Hvor mange? Mor: Fire, nei, fem var vi.
poenget er at det er slutt, punktum
En etter en, to og to, til alle var ute.
tallet på familier gikk fra tretti til førti på et år
hus etter hus og ingen åpnet
som i alle skoler er det to eller tre klasser
vi fikk tre brev og skjønte ingenting
mellom sju og åtte spiser vi og klokka ni sover de
""",
    "pl": """
powiedziała nie czekaj siedem nie osiem dzieci tego dnia
siedzieliśmy w rogu i czekaliśmy godzinę
Badaczka: Ilu? Matka: Czworo, nie, pięcioro nas było.
to koniec i kropka nie ma o czym mówić
Jeden po drugim, dwóch po dwóch, aż wszyscy wyszli.
liczba rodzin wzrosła z trzydziestu do czterdziestu w rok
dom po domu i nikt nie otwierał
jak w każdej szkole są dwie albo trzy klasy
dostaliśmy trzy listy i nic nie rozumieliśmy
między siódmą a ósmą jemy a o dziewiątej śpią
""",
    "cs": """
řekla ne počkej sedm ne osm dětí ten den
seděli jsme v rohu a čekali hodinu
Tazatelka: Kolik? Matka: Čtyři, ne, pět nás bylo.
prostě konec a tečka není o čem mluvit
Jeden po druhém, dva a dva, než byli všichni venku.
počet rodin stoupl z třiceti na čtyřicet za rok
dům od domu a nikdo neotevřel
jako v každé škole jsou dvě nebo tři třídy
dostali jsme tři dopisy a nic nám nebylo jasné
mezi sedmou a osmou jíme a v devět spí
""",
    "pt": """
ela disse não espera sete não oito crianças nesse dia
estávamos num canto e esperámos uma hora
Entrevistadora: Quantos? Mãe: Quatro, não, cinco éramos.
é assim e ponto final não há mais conversa
Um a um, dois a dois, até saírem todos.
o número de famílias passou de trinta para quarenta num ano
casa a casa e ninguém abria
como em todas as escolas há duas ou três turmas
recebemos três cartas e não percebemos nada
entre as sete e as oito comemos e às nove dormem
""",
    "el": """
είπε όχι περίμενε εφτά όχι οχτώ παιδιά εκείνη τη μέρα
καθόμασταν σε μια γωνία και περιμέναμε μια ώρα
Ερευνήτρια: Πόσοι; Μητέρα: Τέσσερις, όχι, πέντε ήμασταν.
έτσι είναι και τελεία δεν το συζητάμε
Ένας ένας, δύο δύο, ώσπου βγήκαν όλοι.
οι οικογένειες έγιναν από τριάντα σαράντα σε έναν χρόνο
σπίτι σπίτι και δεν άνοιγε κανείς
όπως σε κάθε σχολείο έχει δύο ή τρεις τάξεις
πήραμε τρία γράμματα και δεν καταλάβαμε τίποτα
ανάμεσα στις εφτά και στις οχτώ τρώμε και στις εννιά κοιμούνται
""",
}
