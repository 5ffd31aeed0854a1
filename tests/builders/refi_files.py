"""REFI-QDA projects written by hand."""

PROJECT = """<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="p">
<Users><User guid="{{A1}}" name="JN"/></Users>
<CodeBook><Codes>
<Code guid="c0" name="Barriers" isCodable="false"><Code guid="C1" name="Time"/></Code></Codes></CodeBook>
<Cases><Case guid="k1"><VariableValue><VariableRef targetGUID="v1"/><TextValue>CZ</TextValue></VariableValue>
<SourceRef targetGUID="S1"/></Case></Cases>
<Variables><Variable guid="V1" name="Land" typeOfVariable="Text"/></Variables>
<Sources>{sources}</Sources>
<Sets><Set guid="g" name="Czechia"><MemberSource targetGUID="s1"/></Set></Sets>
<Mystery><Thing/></Mystery>
</Project>"""
CODING = '<Coding guid="{guid}" creatingUser="a1"><CodeRef targetGUID="{{{{c1}}}}"/></Coding>'
TEXT_SOURCE = """<TextSource guid="{{s1}}" name="a.docx" plainTextPath="{path}">
<PlainTextSelection guid="p1" name="quoted" startPosition="0" endPosition="4">{coding}</PlainTextSelection>
{whole}</TextSource>"""


def coding(guid: str = "d1") -> str:
    return CODING.format(guid=guid).replace("{{", "{").replace("}}", "}")


def text_source(path: str = "internal://t.txt", whole: str = "") -> str:
    return TEXT_SOURCE.format(path=path, coding=coding(), whole=whole).replace("{{", "{").replace("}}", "}")


def project(sources: str) -> str:
    return PROJECT.format(sources=sources).replace("{{", "{").replace("}}", "}")
