"""Sentences of the transcripts in the study's nine languages. None of them says a finding.

A carrier names the topics (labels of codes, in English) of a segment and bears a number, so that
no two segments of a document are alike. Questions and fillers stand around the segments.
"""

from dataclasses import dataclass

SYNTHETIC = "SYNTHETIC TRANSCRIPT, invented for crosscase; not an interview."


@dataclass(frozen=True)
class Language:
    """The sentences of one language; ``quotes`` is the pair that stands around a topic."""

    quotes: tuple[str, str]
    carriers: tuple[str, ...]
    questions: tuple[str, ...]
    fillers: tuple[str, ...]

    def carrier(self, variant: int, number: int, topics: tuple[str, ...]) -> str:
        """Word a segment: which variant, its number in the document and its topics."""
        opening, closing = self.quotes
        topic = ", ".join(f"{opening}{name}{closing}" for name in topics)
        return self.carriers[variant % len(self.carriers)].format(n=number, topic=topic)

    def question(self, variant: int, number: int) -> str:
        """Word a question: which variant and its number in the document."""
        return self.questions[variant % len(self.questions)].format(n=number)

    def filler(self, variant: int) -> str:
        """Word a sentence that carries nothing."""
        return self.fillers[variant % len(self.fillers)]


LANGUAGES: dict[str, Language] = {
    "CZ": Language(
        ("„", "“"),
        (
            "Syntetická věta {n}: zde osoba mluví o tématu {topic}.",
            "V tomto vymyšleném úseku číslo {n} jde o téma {topic}.",
            "Úsek {n} je smyšlený a týká se tématu {topic}.",
            "Na tomto místě, ve větě číslo {n}, zazní téma {topic}.",
        ),
        ("Otázka {n}: co byste k tomu chtěli dodat?", "Otázka {n}: můžeme přejít k další části?"),
        ("Tato věta jen vyplňuje stránku.", "Zde je krátká odmlka v přepisu."),
    ),
    "DE": Language(
        ("„", "“"),
        (
            "Synthetischer Satz {n}: Hier spricht die befragte Person über das Thema {topic}.",
            "In diesem erfundenen Abschnitt Nummer {n} geht es um das Thema {topic}.",
            "Abschnitt {n} ist erfunden und betrifft das Thema {topic}.",
            "An dieser Stelle, in Satz Nummer {n}, kommt das Thema {topic} vor.",
        ),
        ("Frage {n}: Was möchten Sie dazu ergänzen?", "Frage {n}: Wollen wir weitergehen?"),
        ("Dieser Satz füllt nur die Seite.", "Hier steht eine kurze Pause im Transkript."),
    ),
    "EL": Language(
        ("«", "»"),
        (
            "Συνθετική πρόταση {n}: εδώ γίνεται λόγος για το θέμα {topic}.",
            "Στο επινοημένο απόσπασμα με αριθμό {n} η συζήτηση αφορά το θέμα {topic}.",
            "Το απόσπασμα {n} είναι επινοημένο και αφορά το θέμα {topic}.",
            "Σε αυτό το σημείο, στην πρόταση με αριθμό {n}, αναφέρεται το θέμα {topic}.",
        ),
        ("Ερώτηση {n}: τι θα θέλατε να προσθέσετε;", "Ερώτηση {n}: να περάσουμε στο επόμενο;"),
        ("Η πρόταση αυτή γεμίζει απλώς τη σελίδα.", "Εδώ υπάρχει μια μικρή παύση."),
    ),
    "EN": Language(
        ("“", "”"),
        (
            "Synthetic sentence {n}: here the participant speaks about the topic {topic}.",
            "This invented passage, number {n}, concerns the topic {topic}.",
            "Passage {n} is made up and is about the topic {topic}.",
            "At this point, in sentence number {n}, the topic {topic} comes up.",
        ),
        ("Question {n}: what would you like to add?", "Question {n}: shall we move on?"),
        ("This sentence only fills the page.", "There is a short pause in the transcript here."),
    ),
    "IT": Language(
        ("«", "»"),
        (
            "Frase sintetica {n}: qui la persona intervistata parla del tema {topic}.",
            "Questo brano inventato, il numero {n}, riguarda il tema {topic}.",
            "Il brano {n} è inventato 🙂 e riguarda il tema {topic}.",
            "A questo punto, nella frase numero {n}, compare il tema {topic}.",
        ),
        ("Domanda {n}: che cosa vorrebbe aggiungere? 🎤", "Domanda {n}: passiamo oltre?"),
        ("Questa frase riempie soltanto la pagina 📄.", "Qui c'è una breve pausa."),
    ),
    "NL": Language(
        ("‘", "’"),
        (
            "Synthetische zin {n}: hier spreekt de deelnemer over het onderwerp {topic}.",
            "Dit verzonnen fragment, nummer {n}, gaat over het onderwerp {topic}.",
            "Fragment {n} is verzonnen en betreft het onderwerp {topic}.",
            "Op dit punt, in zin nummer {n}, komt het onderwerp {topic} ter sprake.",
        ),
        ("Vraag {n}: wat wilt u daaraan toevoegen?", "Vraag {n}: zullen we verdergaan?"),
        ("Deze zin vult alleen de bladzijde.", "Hier staat een korte pauze (± één tel)."),
    ),
    "NO": Language(
        ("«", "»"),
        (
            "Syntetisk setning {n}: her snakker deltakeren om temaet {topic}.",
            "Dette oppdiktede avsnittet, nummer {n}, gjelder temaet {topic}.",
            "Avsnitt {n} er oppdiktet og handler om temaet {topic}.",
            "På dette stedet, i setning nummer {n}, kommer temaet {topic} opp.",
        ),
        ("Spørsmål {n}: hva vil du føye til?", "Spørsmål {n}: skal vi gå videre?"),
        ("Denne setningen fyller bare siden.", "Her er det en kort pause i utskriften."),
    ),
    "PL": Language(
        ("„", "”"),
        (
            "Syntetyczne zdanie {n}: tutaj osoba badana mówi na temat {topic}.",
            "Ten zmyślony fragment, numer {n}, dotyczy tematu {topic}.",
            "Fragment {n} jest zmyślony i odnosi się do tematu {topic}.",
            "W tym miejscu, w zdaniu numer {n}, pojawia się temat {topic}.",
        ),
        ("Pytanie {n}: co chcieliby Państwo dodać?", "Pytanie {n}: czy przejdziemy dalej?"),
        ("To zdanie tylko wypełnia stronę.", "Tutaj w zapisie jest krótka przerwa."),
    ),
    "PT": Language(
        ("«", "»"),
        (
            "Frase sintética {n}: aqui a pessoa entrevistada fala do tema {topic}.",
            "Este excerto inventado, o número {n}, diz respeito ao tema {topic}.",
            "O excerto {n} é inventado e refere-se ao tema {topic}.",
            "Neste ponto, na frase número {n}, surge o tema {topic}.",
        ),
        ("Pergunta {n}: o que gostaria de acrescentar?", "Pergunta {n}: podemos avançar?"),
        ("Esta frase apenas preenche a página.", "Aqui há uma breve pausa na transcrição."),
    ),
}
