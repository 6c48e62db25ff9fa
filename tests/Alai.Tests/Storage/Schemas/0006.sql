-- A store as schema 6 left it, written by the program of that day: every table has rows. Never edited; see SchemaTests.
PRAGMA writable_schema=ON;
BEGIN TRANSACTION;
CREATE TABLE task_body(
  task_id INTEGER PRIMARY KEY REFERENCES task(id),
  labels TEXT NOT NULL,
  criteria TEXT NOT NULL,
  verify TEXT,
  why TEXT NOT NULL,
  last_failure TEXT NOT NULL DEFAULT '',
  input TEXT,
  pipeline TEXT,
  body TEXT NOT NULL
) STRICT;
INSERT INTO "task_body" VALUES(1,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(2,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(3,'["home","web"]','["he answers"]',NULL,'an errand','',NULL,NULL,'About the door.');
INSERT INTO "task_body" VALUES(4,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(5,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(6,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(7,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(8,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(9,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(10,'[]','[]',NULL,'an errand','',NULL,NULL,'');
CREATE TABLE task_label(label TEXT NOT NULL, task_id INTEGER NOT NULL REFERENCES task(id),
  PRIMARY KEY(label, task_id)) STRICT, WITHOUT ROWID;
INSERT INTO "task_label" VALUES('home',3);
INSERT INTO "task_label" VALUES('web',3);
CREATE TABLE dependency(task_id INTEGER NOT NULL REFERENCES task(id), needs INTEGER NOT NULL REFERENCES task(id),
  PRIMARY KEY(task_id, needs), CHECK(task_id<>needs)) STRICT, WITHOUT ROWID;
INSERT INTO "dependency" VALUES(3,1);
CREATE TABLE approval(
  id INTEGER PRIMARY KEY,
  root_id INTEGER NOT NULL REFERENCES task(id),
  kind TEXT NOT NULL,
  subject_hash TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  voided_at INTEGER
) STRICT;
INSERT INTO "approval" VALUES(1,1,'result','tree','human:anna',1795437300000,'good',NULL);
CREATE TABLE run(
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task(id),
  root_id INTEGER NOT NULL REFERENCES task(id),
  stage TEXT NOT NULL,
  fence INTEGER NOT NULL,
  owner TEXT NOT NULL,
  route TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  outcome TEXT,
  reason TEXT NOT NULL DEFAULT '',
  stopped INTEGER NOT NULL DEFAULT 0,
  phase TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  pulsed_at INTEGER NOT NULL,
  workspace TEXT,
  processes TEXT,
  figures TEXT NOT NULL DEFAULT '{}',
  checks TEXT NOT NULL DEFAULT '[]',
  judgement TEXT,
  artefact_hash TEXT,
  branch TEXT,
  UNIQUE(task_id, fence)
) STRICT;
INSERT INTO "run" VALUES(1,2,1,'single',1,'boot:1:1:abc','{"tier":5,"company":"codecraft","role":"builder","model":"","executors":["human-queue"],"hosts":[],"paid":false,"reason":"test"}',1795436460000,1795436880000,'verified','done',0,'','',1795436460000,NULL,NULL,'{"tokensIn":0,"tokensOut":0,"costMicroUsd":0,"modelCalls":0,"toolCalls":0,"executor":"","model":"","modelDigest":"","host":"","promptHash":"","sandbox":"","sameModel":false}','[{"check":"verification","passed":true,"seen":"exit 0","command":"","exitCode":null,"outputDigest":"","outputTail":"","treeHash":"","milliseconds":0}]',NULL,'tree','alai/1');
CREATE TABLE ledger(
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL,
  root_id INTEGER NOT NULL,
  run_id INTEGER NOT NULL,
  reserved_micro INTEGER NOT NULL CHECK(reserved_micro>=0),
  settled_micro INTEGER CHECK(settled_micro>=0),
  at INTEGER NOT NULL,
  settled_at INTEGER
) STRICT;
INSERT INTO "ledger" VALUES(1,2,1,1,1000,900,1795436460000,1795436460000);
CREATE TABLE outbox(
  id INTEGER PRIMARY KEY,
  topic TEXT NOT NULL,
  idem_key TEXT NOT NULL UNIQUE,
  payload TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  sent_at INTEGER
) STRICT;
INSERT INTO "outbox" VALUES(1,'nowhere','once','{}',1795436880000,1795436880000,0,'',NULL);
CREATE TABLE effect(
  idem_key TEXT PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task(id),
  step TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  status TEXT NOT NULL CHECK(status IN('intent','done','failed')),
  output TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO "effect" VALUES('publish:1',2,'publish','abc','done','there',1795436460000,1795436460000);
CREATE TABLE tick(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, data TEXT NOT NULL) STRICT;
INSERT INTO "tick" VALUES(1,1795441080000,'{"at":"2026-11-23T13:38:00+00:00","milliseconds":1.5,"seen":0,"claimed":0,"done":0,"unclaimed":0,"skipped":{},"alarms":[]}');
CREATE TABLE flag(name TEXT PRIMARY KEY, actor TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, is_on INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "flag" VALUES('halt','human:anna','lunch',1795441080000,1);
CREATE TABLE event(
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  task_id INTEGER,
  root_id INTEGER,
  run_id INTEGER,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  data TEXT NOT NULL,
  prev BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
INSERT INTO "event" VALUES(1,1795435620000,1,1,NULL,'human:anna','filed','#1 filed: First things','{"uid":"01M844TSN07XGQ1MDG6NGBKXMB","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"a72f62735ed3485c50aeb30ef2f58acdcc82fb9acbeb7663f276089501660850"}',X'00',X'B3E0413BE95F34A3F97F06A5AA07F369C079CEB778ED9E40E5C50C336176E3F0');
INSERT INTO "event" VALUES(2,1795435620000,2,1,NULL,'human:anna','filed','#2 filed: First things','{"uid":"01M844TSN0TB8FK2ZQ2MBTC43A","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"a72f62735ed3485c50aeb30ef2f58acdcc82fb9acbeb7663f276089501660850"}',X'B3E0413BE95F34A3F97F06A5AA07F369C079CEB778ED9E40E5C50C336176E3F0',X'0A4A2425CD1DAE4E86332A8E2FE2B7F7A2E51E575DE8765746EB564924AB2900');
INSERT INTO "event" VALUES(3,1795436040000,3,3,NULL,'human:anna','filed','#3 filed: Call the landlord æøå "quoted" \ 🍱','{"uid":"01M8457KT020Y2DPDMCE7AXCQ2","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"a5f67733fc0a492627d0b60ae7713580a5e9828da1576345cf4921175791349a","terms":"aa0d10ec73372e4a0be7ba9231aac0631f7a3062d6d2602ba732c444965eed1e"}',X'0A4A2425CD1DAE4E86332A8E2FE2B7F7A2E51E575DE8765746EB564924AB2900',X'AA60A12C91313D4CEA12FAFD85FFEBD15A9C01331BB4C729A018B9D032DB7B29');
INSERT INTO "event" VALUES(4,1795436040000,4,3,NULL,'human:anna','filed','#4 filed: Call the landlord æøå "quoted" \ 🍱','{"uid":"01M8457KT0FM4VGMSPCZTTAYFE","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"08021750472e20be108d5eea1cc780c492a84c61c70ff1bc4ef4e246c32c2d17"}',X'AA60A12C91313D4CEA12FAFD85FFEBD15A9C01331BB4C729A018B9D032DB7B29',X'449BE35B66E447EA15827909BD716B9C59F8196195893F75F8EAB92141D24252');
INSERT INTO "event" VALUES(5,1795436460000,2,1,1,'daemon','claimed','#2 claimed as run 1: test','{"tier":5,"company":"codecraft","model":"","fence":1}',X'449BE35B66E447EA15827909BD716B9C59F8196195893F75F8EAB92141D24252',X'83FE4533B8F0936EC048E3F02E5BBC3674EF42165AF11CF8F900025599387EA3');
INSERT INTO "event" VALUES(6,1795436460000,2,1,NULL,'daemon','effect_begun','#2 begins publish','{}',X'83FE4533B8F0936EC048E3F02E5BBC3674EF42165AF11CF8F900025599387EA3',X'A2D53B387CA297DB60A87F883A90819595A423907FB54C70B97A35373913BAE8');
INSERT INTO "event" VALUES(7,1795436460000,2,1,NULL,'daemon','effect_ended','#2 publish done: there','{}',X'A2D53B387CA297DB60A87F883A90819595A423907FB54C70B97A35373913BAE8',X'E05ADFC12C456652E44E7AE1CF823C9671AAE42A9A847B501442886B2C755E72');
INSERT INTO "event" VALUES(8,1795436880000,2,1,1,'run:1','ended','#2 run 1 ended verified, task held: done','{"outcome":"verified","to":"held","costMicroUsd":0,"tokensIn":0,"tokensOut":0,"artefact":"tree","record":null,"result":"4e91f662b900414cd46aebca55964a5f0317dea3ae21b65d732faefeaf39f6e0"}',X'E05ADFC12C456652E44E7AE1CF823C9671AAE42A9A847B501442886B2C755E72',X'0E00E975D1545F2AAF000C64D03FEACDF53CA308B4A7F817295DEEA497393166');
INSERT INTO "event" VALUES(9,1795436880000,2,1,NULL,'daemon','held','#2 held (needs_approval): look','{}',X'0E00E975D1545F2AAF000C64D03FEACDF53CA308B4A7F817295DEEA497393166',X'214DEEE886DA900B70EFFEFF3C0C5CC423A336CC9D12CA044E0E298A6EFA06F8');
INSERT INTO "event" VALUES(10,1795437300000,2,1,NULL,'human:anna','lifted','#2 open again; was held','{}',X'214DEEE886DA900B70EFFEFF3C0C5CC423A336CC9D12CA044E0E298A6EFA06F8',X'70443A5596634B5D384EB36E37AD3B7314B1C70F77407202AADEFBFA494BC450');
INSERT INTO "event" VALUES(11,1795437300000,2,1,NULL,'human:anna','approved','#2 approved: look: good','{}',X'70443A5596634B5D384EB36E37AD3B7314B1C70F77407202AADEFBFA494BC450',X'56E7309E917881A13D6124BC7F5A2600C7001A1EF74EFE9299DB49BC84978A63');
INSERT INTO "event" VALUES(12,1795437720000,5,5,NULL,'human:anna','filed','#5 filed: Ask for a receipt','{"uid":"01M846TWE09TGWA1FD9VS92QS8","stage":null,"priority":"low","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"e467f6644e23764ae9dd6262add8519d1c4981477098def87472c0f6286243fa"}',X'56E7309E917881A13D6124BC7F5A2600C7001A1EF74EFE9299DB49BC84978A63',X'8D9CEE49072FFFCA36AA06B9D7E6F667C1A414172E7503751F219D73A419D85A');
INSERT INTO "event" VALUES(13,1795437720000,6,5,NULL,'human:anna','filed','#6 filed: Ask for a receipt','{"uid":"01M846TWE0CZK1BNYQD21C924H","stage":"single","priority":"low","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"e467f6644e23764ae9dd6262add8519d1c4981477098def87472c0f6286243fa"}',X'8D9CEE49072FFFCA36AA06B9D7E6F667C1A414172E7503751F219D73A419D85A',X'3E78556FC976B3194E399879B6EDA7480619F529EF82B44299D52C492065A556');
INSERT INTO "event" VALUES(14,1795438140000,5,5,NULL,'human:ben','held','#5 held (paused): not now','{}',X'3E78556FC976B3194E399879B6EDA7480619F529EF82B44299D52C492065A556',X'9815744AA5754AC927CE7663B24167B203249FD21A088C1D4829240910779FFF');
INSERT INTO "event" VALUES(15,1795438560000,7,7,NULL,'human:anna','filed','#7 filed: Look through the contract','{"uid":"01M847MGR0QE3Z6KVB2Z701AF7","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"022451f04b05afa808c9eba9b8c9c324bf339c5d0adaa98213650b962e1b5f68"}',X'9815744AA5754AC927CE7663B24167B203249FD21A088C1D4829240910779FFF',X'D4B475526010B1E262DBB9094D1BE2ADAD1E941F3C329B6F2AAC977B2DE61168');
INSERT INTO "event" VALUES(16,1795438560000,8,7,NULL,'human:anna','filed','#8 filed: Look through the contract','{"uid":"01M847MGR0X91F970XQ3SCJD39","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"022451f04b05afa808c9eba9b8c9c324bf339c5d0adaa98213650b962e1b5f68"}',X'D4B475526010B1E262DBB9094D1BE2ADAD1E941F3C329B6F2AAC977B2DE61168',X'0918E1E826F8F772BA29990A4F650E65654AEDD440773D700464A226305CE658');
INSERT INTO "event" VALUES(17,1795438980000,7,7,NULL,'human:anna','assigned','#7 is in the hands of human:ben','{}',X'0918E1E826F8F772BA29990A4F650E65654AEDD440773D700464A226305CE658',X'F5369CB03B040E2884DA4716667042253D3E18A330E7D63505E81970B983ABFE');
INSERT INTO "event" VALUES(18,1795439400000,7,7,NULL,'human:ben','comment','on page 7','{"text":"on page 7"}',X'F5369CB03B040E2884DA4716667042253D3E18A330E7D63505E81970B983ABFE',X'E23C3F56B06C6D61F341C6089A2456048968AE968061D1D1F71E9E2FAA6F07FB');
INSERT INTO "event" VALUES(19,1795439820000,7,7,NULL,'human:ben','edited','#7 edited: title "Look through the contract" -> "Read the contract", priority medium -> high','{"bodies":{"7":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","8":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},"terms":{"7":"c174162fbbeb5e39fa3e34455c849a10011ca6ba7bb0b5b92d33c4abb7d38e4b","8":"c174162fbbeb5e39fa3e34455c849a10011ca6ba7bb0b5b92d33c4abb7d38e4b"}}',X'E23C3F56B06C6D61F341C6089A2456048968AE968061D1D1F71E9E2FAA6F07FB',X'378E30E4C5E720B8163A4469482652195BE97E31C05D0125DD766996ECD5BFEC');
INSERT INTO "event" VALUES(20,1795440240000,9,9,NULL,'human:anna','filed','#9 filed: Buy a fax','{"uid":"01M8497SC0YK436D3CN4F8X9PA","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"5a968ac28723731d523618021fcbf27cb5c3379200d4538821769e3b1abd7a35"}',X'378E30E4C5E720B8163A4469482652195BE97E31C05D0125DD766996ECD5BFEC',X'0101C84EC52943A58E1AAEB6F10DBD657858ECCF82D9C5794A7E4CBBDD751DE1');
INSERT INTO "event" VALUES(21,1795440240000,10,9,NULL,'human:anna','filed','#10 filed: Buy a fax','{"uid":"01M8497SC0FBCNNHY70V70EBFM","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"5a968ac28723731d523618021fcbf27cb5c3379200d4538821769e3b1abd7a35"}',X'0101C84EC52943A58E1AAEB6F10DBD657858ECCF82D9C5794A7E4CBBDD751DE1',X'9E31DAD47493D8DED72E4E619813D6710746C54DE03FD63592D189A20EA48979');
INSERT INTO "event" VALUES(22,1795440660000,9,9,NULL,'human:anna','cancelled','#9 cancelled: nobody has one','{}',X'9E31DAD47493D8DED72E4E619813D6710746C54DE03FD63592D189A20EA48979',X'35FAD424195BA133935D156333B2E68EB89AF78EC12B4E5485824C57E8FA3E6B');
INSERT INTO "event" VALUES(23,1795440660000,10,9,NULL,'human:anna','cancelled','#10 cancelled: nobody has one','{}',X'35FAD424195BA133935D156333B2E68EB89AF78EC12B4E5485824C57E8FA3E6B',X'3716DF6A8BCC4C8D9B9DBF7C60B807B740DF364F3D14CF9B2AC88BF862868A8B');
INSERT INTO "event" VALUES(24,1795441080000,NULL,NULL,NULL,'human:anna','scheduled','schedule rent made: 0 9 1 * * in Europe/Oslo','{}',X'3716DF6A8BCC4C8D9B9DBF7C60B807B740DF364F3D14CF9B2AC88BF862868A8B',X'5F80EBB312F5392CC2DCF07A33A844EC03D070A561CFBC8D771EF326E5A96171');
INSERT INTO "event" VALUES(25,1795441080000,NULL,NULL,NULL,'daemon','schedule_failed','schedule rent could not file for 2026-11-22 13:38 UTC: passed over','{}',X'5F80EBB312F5392CC2DCF07A33A844EC03D070A561CFBC8D771EF326E5A96171',X'DF90E410EDD8561F97A3E04722DF3A5C247E518A20FDD80BC048D42422EEE5A1');
INSERT INTO "event" VALUES(26,1795441080000,NULL,NULL,NULL,'human:anna','halted','dispatch halted: lunch','{}',X'DF90E410EDD8561F97A3E04722DF3A5C247E518A20FDD80BC048D42422EEE5A1',X'7EF2C8942010232390BC5704C76928EB012D3A4E90B8E9E62A23F1307E1EC3CC');
CREATE TABLE person(name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "person" VALUES('human:anna');
INSERT INTO "person" VALUES('human:ben');
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql) VALUES('table','task_words','task_words',0,'CREATE VIRTUAL TABLE task_words USING fts5(title, body, labels, content='''', contentless_delete=1, tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE 'task_words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO "task_words_data" VALUES(1,X'06150302');
INSERT INTO "task_words_data" VALUES(10,X'00000000FF0000010106070006010101010100000102010102020000010301010303000001040101040401010105010105050000010601010606000001');
INSERT INTO "task_words_data" VALUES(137438953473,X'000000190630666972737401020201067468696E6773010203040A');
INSERT INTO "task_words_data" VALUES(274877906945,X'00000066063061626F75740306010102010463616C6C0302020104646F6F7203060101040104686F6D65030601020201086C616E646C6F7264030204010671756F7465640302060103746865030803010103010377656203060102030105C3A6C3B861030205040C090B0B0D0B0B0A');
INSERT INTO "task_words_data" VALUES(412316860417,X'000000250230610502040202736B0502020103666F7205020301077265636569707405020504060708');
INSERT INTO "task_words_data" VALUES(549755813889,X'0000002C0930636F6E747261637407020501046C6F6F6B07020201037468650702040305726F756768070203040D0908');
INSERT INTO "task_words_data" VALUES(687194767361,X'000000220930636F6E74726163740702040104726561640702020103746865070203040D09');
INSERT INTO "task_words_data" VALUES(824633720833,X'0000001A02306109020301036275790902020103666178090204040608');
INSERT INTO "task_words_data" VALUES(9007749010554880,X'04000000000000010000000000000000000000000000000000000000000000000000000000000007000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE 'task_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO "task_words_idx" VALUES(1,X'',2);
INSERT INTO "task_words_idx" VALUES(2,X'',2);
INSERT INTO "task_words_idx" VALUES(3,X'',2);
INSERT INTO "task_words_idx" VALUES(4,X'',2);
INSERT INTO "task_words_idx" VALUES(5,X'',2);
INSERT INTO "task_words_idx" VALUES(6,X'',2);
CREATE TABLE 'task_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO "task_words_docsize" VALUES(1,X'020000',1);
INSERT INTO "task_words_docsize" VALUES(3,X'050302',2);
INSERT INTO "task_words_docsize" VALUES(5,X'040000',3);
INSERT INTO "task_words_docsize" VALUES(7,X'030000',5);
INSERT INTO "task_words_docsize" VALUES(9,X'030000',6);
CREATE TABLE 'task_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO "task_words_config" VALUES('version',4);
CREATE TABLE step_back(
  id INTEGER PRIMARY KEY,
  root_id INTEGER NOT NULL REFERENCES task(id),
  actor TEXT NOT NULL,
  verb TEXT NOT NULL,
  version INTEGER NOT NULL,
  before TEXT NOT NULL
) STRICT;
INSERT INTO "step_back" VALUES(1,1,'human:anna','approve',1,'{"state":"open","hold":null,"assignee":null,"hadProgress":true,"edit":null,"hadNoOwner":false,"hadNoVerify":false,"found":1,"call":null}');
INSERT INTO "step_back" VALUES(2,5,'human:ben','pause',2,'{"state":"open","hold":null,"assignee":null,"hadProgress":false,"edit":null,"hadNoOwner":false,"hadNoVerify":false,"found":1,"call":null}');
INSERT INTO "step_back" VALUES(3,7,'human:anna','assign',2,'{"state":"open","hold":null,"assignee":null,"hadProgress":false,"edit":null,"hadNoOwner":false,"hadNoVerify":false,"found":1,"call":null}');
INSERT INTO "step_back" VALUES(4,7,'human:ben','edit',3,'{"state":"open","hold":null,"assignee":"human:ben","hadProgress":false,"edit":{"title":"Look through the contract","body":null,"priority":"medium","product":null,"owner":null,"criteria":null,"labels":null,"addLabels":[],"removeLabels":[],"verify":null,"deploy":null,"docs":null,"after":null,"due":null,"sensitivity":null,"hold":null,"classification":null},"hadNoOwner":false,"hadNoVerify":false,"found":2,"call":null}');
INSERT INTO "step_back" VALUES(5,9,'human:anna','cancel',2,'{"state":"open","hold":null,"assignee":null,"hadProgress":false,"edit":null,"hadNoOwner":false,"hadNoVerify":false,"found":1,"call":null}');
CREATE TABLE schedule(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  cron TEXT NOT NULL,
  zone TEXT NOT NULL,
  template TEXT NOT NULL,
  missed TEXT NOT NULL CHECK(missed IN('one','skip','all')),
  most INTEGER NOT NULL CHECK(most BETWEEN 1 AND 100),
  actor TEXT NOT NULL,
  paused INTEGER NOT NULL DEFAULT 0,
  -- Every slot up to this moment was fired or passed over.
  seen_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO "schedule" VALUES(1,'rent','0 9 1 * *','Europe/Oslo','{"title":"Pay the rent"}','one',3,'human:anna',0,1795441080000,1795441080000);
CREATE TABLE schedule_fire(
  schedule_id INTEGER NOT NULL REFERENCES schedule(id) ON DELETE CASCADE,
  slot INTEGER NOT NULL,
  task_id INTEGER REFERENCES task(id),
  note TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  PRIMARY KEY(schedule_id, slot)
) STRICT, WITHOUT ROWID;
INSERT INTO "schedule_fire" VALUES(1,1795354680000,NULL,'passed over',1795441080000);
CREATE TABLE ledger_sum(quarter INTEGER PRIMARY KEY, micro INTEGER NOT NULL) STRICT;
INSERT INTO "ledger_sum" VALUES(1994929,900);
CREATE TABLE store_commit(id INTEGER PRIMARY KEY CHECK(id=1), number INTEGER NOT NULL) STRICT;
INSERT INTO "store_commit" VALUES(1,3);
CREATE TABLE task_card(
  task_id INTEGER PRIMARY KEY REFERENCES task(id) DEFERRABLE INITIALLY DEFERRED,
  uid TEXT NOT NULL UNIQUE,
  depth INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL CHECK(title<>''),
  product TEXT NOT NULL,
  filer TEXT NOT NULL,
  accountable TEXT,
  complexity INTEGER NOT NULL CHECK(complexity BETWEEN 1 AND 5),
  domain TEXT NOT NULL,
  kind TEXT NOT NULL,
  confidence REAL NOT NULL,
  classified_by TEXT NOT NULL,
  deploy INTEGER NOT NULL,
  docs INTEGER NOT NULL,
  trust INTEGER NOT NULL,
  hold_text TEXT,
  hold_lifted_by TEXT,
  unique_key TEXT UNIQUE
) STRICT;
INSERT INTO "task_card" VALUES(1,'01M844TSN07XGQ1MDG6NGBKXMB',0,'First things','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(2,'01M844TSN0TB8FK2ZQ2MBTC43A',0,'First things','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(3,'01M8457KT020Y2DPDMCE7AXCQ2',0,'Call the landlord æøå "quoted" \ 🍱','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(4,'01M8457KT0FM4VGMSPCZTTAYFE',0,'Call the landlord æøå "quoted" \ 🍱','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(5,'01M846TWE09TGWA1FD9VS92QS8',1,'Ask for a receipt','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,'not now','human:ben',NULL);
INSERT INTO "task_card" VALUES(6,'01M846TWE0CZK1BNYQD21C924H',0,'Ask for a receipt','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(7,'01M847MGR0QE3Z6KVB2Z701AF7',0,'Read the contract','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(8,'01M847MGR0X91F970XQ3SCJD39',0,'Read the contract','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(9,'01M8497SC0YK436D3CN4F8X9PA',0,'Buy a fax','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(10,'01M8497SC0FBCNNHY70V70EBFM',0,'Buy a fax','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
CREATE TABLE "task"(
  id INTEGER PRIMARY KEY,
  root_id INTEGER NOT NULL REFERENCES task(id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER REFERENCES task(id),
  stage TEXT CHECK(stage='build' OR stage='review' OR stage='security' OR stage='ops' OR stage='docs' OR stage='single'),
  round INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK(state='open' OR state='running' OR state='held' OR state='done' OR state='cancelled'),
  hold_code TEXT CHECK(hold_code='safety_rule' OR hold_code='needs_approval' OR hold_code='human_tier' OR hold_code='question'
    OR hold_code='attempts_exhausted' OR hold_code='rounds_exhausted' OR hold_code='paused' OR hold_code='blocked'
    OR hold_code='budget' OR hold_code='config' OR hold_code='sandbox' OR hold_code='outcome_unknown'),
  priority INTEGER NOT NULL CHECK(priority BETWEEN 0 AND 3),
  given_priority INTEGER NOT NULL DEFAULT 2 CHECK(given_priority BETWEEN 0 AND 3),
  run_at INTEGER NOT NULL,
  due_at INTEGER,
  sensitivity INTEGER NOT NULL CHECK(sensitivity BETWEEN 0 AND 2),
  approval_id INTEGER REFERENCES approval(id),
  consent_id INTEGER REFERENCES approval(id),
  assignee TEXT,
  touched_at INTEGER,
  live INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  transients INTEGER NOT NULL DEFAULT 0,
  escalations INTEGER NOT NULL DEFAULT 0,
  tier INTEGER NOT NULL DEFAULT 0,
  fence INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  finished_at INTEGER,
  owner TEXT,
  wait_reason TEXT NOT NULL DEFAULT '',
  company TEXT,
  outcome TEXT,
  branch TEXT,
  artefact_hash TEXT,
  CHECK((state='held') = (hold_code IS NOT NULL)),
  CHECK((state='running') = (owner IS NOT NULL)),
  CHECK(NOT(state='running' AND stage IS NULL)),
  -- The rail is a CHECK, not a trigger: it also covers INSERT, REPLACE and raising sensitivity on a live task.
  CHECK(NOT(state='running' AND sensitivity>=2 AND NOT(coalesce(owner,'')>='human:' AND coalesce(owner,'')<'human;') AND approval_id IS NULL))
) STRICT;
INSERT INTO "task" VALUES(1,1,NULL,NULL,0,'open',NULL,2,2,1795435620000,NULL,0,NULL,NULL,NULL,NULL,1,0,0,0,0,0,1,1795435620000,1795435620000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(2,1,1,'single',0,'open',NULL,2,2,1795435620000,NULL,0,NULL,1,NULL,NULL,0,0,0,0,5,2,4,1795435620000,1795437300000,NULL,NULL,'','codecraft',NULL,'alai/1','tree');
INSERT INTO "task" VALUES(3,3,NULL,NULL,0,'open',NULL,2,2,1795436040000,1795694820000,0,NULL,NULL,NULL,NULL,1,0,0,0,0,0,1,1795436040000,1795436040000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(4,3,3,'single',0,'open',NULL,2,2,1795436040000,NULL,0,NULL,NULL,NULL,NULL,0,0,0,0,0,0,1,1795436040000,1795436040000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(5,5,3,NULL,0,'held','paused',3,3,1795437720000,NULL,0,NULL,NULL,NULL,NULL,1,0,0,0,0,0,2,1795437720000,1795438140000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(6,5,5,'single',0,'open',NULL,3,3,1795437720000,NULL,0,NULL,NULL,NULL,NULL,0,0,0,0,0,0,1,1795437720000,1795437720000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(7,7,NULL,NULL,0,'open',NULL,1,1,1795438560000,NULL,0,NULL,NULL,'human:ben',1795439820000,1,0,0,0,0,0,3,1795438560000,1795439820000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(8,7,7,'single',0,'open',NULL,1,1,1795438560000,NULL,0,NULL,NULL,NULL,NULL,0,0,0,0,0,0,2,1795438560000,1795439820000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(9,9,NULL,NULL,0,'cancelled',NULL,2,2,1795440240000,NULL,0,NULL,NULL,NULL,NULL,0,0,0,0,0,0,2,1795440240000,1795440660000,1795440660000,NULL,'',NULL,'nobody has one',NULL,NULL);
INSERT INTO "task" VALUES(10,9,9,'single',0,'cancelled',NULL,2,2,1795440240000,NULL,0,NULL,NULL,NULL,NULL,0,0,0,0,0,0,2,1795440240000,1795440660000,1795440660000,NULL,'',NULL,'nobody has one',NULL,NULL);
CREATE INDEX dependency_rev ON dependency(needs, task_id);
CREATE INDEX run_open ON run(owner) WHERE ended_at IS NULL;
CREATE INDEX run_ended ON run(ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX ledger_day ON ledger(at);
CREATE INDEX ledger_root ON ledger(root_id);
CREATE INDEX outbox_due ON outbox(due_at, id) WHERE sent_at IS NULL;
CREATE INDEX effect_open ON effect(at) WHERE status='intent';
CREATE INDEX event_root ON event(root_id, seq) WHERE root_id IS NOT NULL;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT,'events are append only'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT,'events are append only'); END;
CREATE INDEX step_back_actor ON step_back(actor, id);
CREATE TRIGGER ledger_settled AFTER UPDATE OF settled_micro ON ledger BEGIN
  UPDATE ledger_sum SET micro=micro+coalesce(NEW.settled_micro,NEW.reserved_micro)-coalesce(OLD.settled_micro,OLD.reserved_micro)
    WHERE quarter=NEW.at/900000; END;
CREATE TRIGGER event_chain BEFORE INSERT ON event
  WHEN EXISTS(SELECT 1 FROM event WHERE seq>=NEW.seq)
    OR (NOT EXISTS(SELECT 1 FROM event WHERE seq=NEW.seq-1 AND hash=NEW.prev) AND NOT(NEW.seq=1 AND NEW.prev=x'00'))
  BEGIN SELECT RAISE(ROLLBACK,'events are a chain'); END;
CREATE TRIGGER ledger_quarter BEFORE INSERT ON ledger WHEN NOT EXISTS(SELECT 1 FROM ledger_sum WHERE quarter=NEW.at/900000)
  BEGIN INSERT INTO ledger_sum VALUES(NEW.at/900000, 0); END;
CREATE TRIGGER ledger_reserved AFTER INSERT ON ledger BEGIN
  UPDATE ledger_sum SET micro=micro+coalesce(NEW.settled_micro,NEW.reserved_micro) WHERE quarter=NEW.at/900000; END;
CREATE INDEX task_ready ON task(priority, run_at, id) WHERE state='open' AND stage IS NOT NULL;
CREATE INDEX task_family ON task(root_id, id);
CREATE INDEX task_parent ON task(parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX task_held ON task(priority, updated_at, id) WHERE state='held';
CREATE INDEX task_roots ON task(id) WHERE stage IS NULL;
CREATE INDEX task_urgent ON task(priority, id) WHERE stage IS NULL;
CREATE INDEX task_standing ON task(state, id) WHERE stage IS NULL;
CREATE INDEX task_finished ON task(finished_at) WHERE stage IS NULL AND state='done';
CREATE INDEX task_age ON task(priority, given_priority, created_at) WHERE stage IS NULL AND state='open' AND priority>1;
CREATE INDEX task_due ON task(due_at, id) WHERE due_at IS NOT NULL AND finished_at IS NULL;
CREATE INDEX task_advance ON task(id) WHERE stage IS NULL AND state='open' AND assignee IS NULL AND live=0;
CREATE TRIGGER task_sensitivity BEFORE UPDATE OF sensitivity ON task WHEN NEW.sensitivity < OLD.sensitivity
  BEGIN SELECT RAISE(ABORT,'sensitivity may only rise'); END;
CREATE TRIGGER task_kept BEFORE DELETE ON task BEGIN SELECT RAISE(ABORT,'tasks are never deleted'); END;
CREATE TRIGGER card_kept BEFORE DELETE ON task_card BEGIN SELECT RAISE(ABORT,'tasks are never deleted'); END;
CREATE TRIGGER task_once BEFORE INSERT ON task WHEN EXISTS(SELECT 1 FROM task WHERE id=NEW.id)
  BEGIN SELECT RAISE(ABORT,'a task is filed once'); END;
CREATE TRIGGER card_once BEFORE INSERT ON task_card WHEN EXISTS(SELECT 1 FROM task_card WHERE task_id=NEW.task_id OR uid=NEW.uid OR unique_key=NEW.unique_key)
  BEGIN SELECT RAISE(ABORT,'a task is filed once'); END;
CREATE TRIGGER task_live_filed AFTER INSERT ON task WHEN NEW.stage IS NOT NULL AND NEW.state NOT IN('done','cancelled')
  BEGIN UPDATE task SET live=live+1 WHERE id=NEW.root_id; END;
CREATE TRIGGER task_live_moved AFTER UPDATE OF state ON task
  WHEN NEW.stage IS NOT NULL AND (OLD.state NOT IN('done','cancelled')) <> (NEW.state NOT IN('done','cancelled'))
  BEGIN UPDATE task SET live=live+iif(NEW.state NOT IN('done','cancelled'), 1, -1) WHERE id=NEW.root_id; END;
COMMIT;
