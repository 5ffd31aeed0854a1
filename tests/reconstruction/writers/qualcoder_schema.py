"""The schema of QualCoder's database, as its `__main__.py` creates it: version 8 and version 17.

Left out are tables of the interface (graphs, journals, filters) that no codings are in.
"""

COMMON = """
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text,
    date text, av_text_id integer, risid integer, unique(name));
CREATE TABLE code_av (avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer, memo text,
    date text, owner text, important integer);
CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text,
    date text, unique(fid,pos0,pos1,owner));
CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text,
    valuetype text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text,
    owner text, unique(name,attr_type,id));
CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner text,
    date text, memo text);
CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text,
    constraint ucm unique(name));
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer,
    unique(name));
CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer,
    pos1 integer, owner text, date text, memo text, avid integer, important integer,
    unique(cid,fid,pos0,pos1, owner));
"""

VERSION_8 = (
    COMMON
    + """
CREATE TABLE project (databaseversion text, date text, memo text, about text, bookmarkfile integer,
    bookmarkpos integer, codername text, recently_used_codes text);
CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer, width integer,
    height integer, cid integer, memo text, date text, owner text, important integer);
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text,
    color text, unique(name));
INSERT INTO project VALUES ('v8', '2025-03-01 12:00:00', '', 'QualCoder 3.6', 0, 0, 'default', '');
"""
)

VERSION_17 = (
    COMMON
    + """
CREATE TABLE project (databaseversion text, date text, memo text, about text, bookmarkfile integer,
    bookmarkpos integer, codername text, recently_used_codes text, avbookmarkfile integer,
    avbookmarkmsec integer, avbookmarktextpos integer);
CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer, width integer,
    height integer, cid integer, memo text, date text, owner text, important integer, pdf_page integer);
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text,
    color text, supercid integer, unique(name));
CREATE TABLE coder_names (name TEXT UNIQUE NOT NULL, visibility INTEGER NOT NULL DEFAULT 1
    CHECK (visibility IN (0, 1)));
CREATE VIEW code_text_visible AS SELECT t.* FROM code_text t
    WHERE NOT EXISTS (SELECT 1 FROM coder_names c WHERE c.name = t.owner AND c.visibility = 0);
INSERT INTO project VALUES ('v17', '2026-08-01 12:00:00', '', 'QualCoder 4.0', 0, 0, 'default', '', null, null, null);
"""
)
