-- chain key: 38f7943136570af274c30be1b24d9665f41e9ec0e695e5a32fc62cee7840d3bc
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE counters (
	name VARCHAR(64) NOT NULL, 
	value INTEGER NOT NULL, 
	CONSTRAINT pk_counters PRIMARY KEY (name)
);
CREATE TABLE desks (
	code VARCHAR(8) NOT NULL, 
	name VARCHAR NOT NULL, active BOOLEAN NOT NULL DEFAULT 1, 
	CONSTRAINT pk_desks PRIMARY KEY (code)
);
CREATE TABLE guests (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	honorific VARCHAR NOT NULL, 
	phone VARCHAR NOT NULL, 
	phone_key VARCHAR, 
	email VARCHAR NOT NULL, 
	email_key VARCHAR, 
	name_key VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	vip BOOLEAN NOT NULL, 
	vulnerable BOOLEAN NOT NULL, 
	created_at BIGINT NOT NULL, version INTEGER NOT NULL DEFAULT 1, preferences VARCHAR NOT NULL DEFAULT '', private_notes VARCHAR NOT NULL DEFAULT '', consent BOOLEAN, consent_at BIGINT, restricted BOOLEAN NOT NULL DEFAULT 0, merged_into_id INTEGER
       CONSTRAINT fk_guests_merged_into_id_guests REFERENCES guests (id), keyed_as VARCHAR, 
	CONSTRAINT pk_guests PRIMARY KEY (id)
);
CREATE TABLE rule_sets (
	id INTEGER NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	since BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	data JSON NOT NULL, 
	CONSTRAINT pk_rule_sets PRIMARY KEY (id), 
	CONSTRAINT ck_rule_sets_kind CHECK (kind IN ('calendar', 'targets', 'shifts', 'authority'))
);
CREATE TABLE settings (
	name VARCHAR(64) NOT NULL, 
	value JSON, 
	CONSTRAINT pk_settings PRIMARY KEY (name)
);
CREATE TABLE site_categories (
	code VARCHAR(16) NOT NULL, 
	name_en VARCHAR NOT NULL, 
	name_zh VARCHAR NOT NULL, 
	hidden BOOLEAN NOT NULL, 
	custom BOOLEAN NOT NULL, 
	CONSTRAINT pk_site_categories PRIMARY KEY (code)
);
CREATE TABLE staff (
	id INTEGER NOT NULL, 
	login VARCHAR(64) NOT NULL, 
	login_key VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	role VARCHAR NOT NULL, 
	department VARCHAR NOT NULL, 
	secret VARCHAR, 
	active BOOLEAN NOT NULL, 
	CONSTRAINT pk_staff PRIMARY KEY (id), 
	CONSTRAINT uq_staff_login_key UNIQUE (login_key)
);
CREATE TABLE cases (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	number VARCHAR(64) NOT NULL, 
	number_order INTEGER NOT NULL, 
	external_id VARCHAR, 
	imported BOOLEAN NOT NULL, 
	type VARCHAR NOT NULL, 
	state VARCHAR NOT NULL, 
	state_before_wait VARCHAR, 
	channel VARCHAR NOT NULL, 
	written BOOLEAN NOT NULL, 
	desk VARCHAR NOT NULL, 
	received_at BIGINT NOT NULL, 
	received_by_id INTEGER, 
	received_by VARCHAR NOT NULL, 
	shift VARCHAR, 
	shift_date DATE, 
	guest_id INTEGER, 
	guest_name VARCHAR NOT NULL, 
	guest_honorific VARCHAR NOT NULL, 
	guest_phone VARCHAR NOT NULL, 
	guest_email VARCHAR NOT NULL, 
	guest_language VARCHAR NOT NULL, 
	guest_vip BOOLEAN NOT NULL, 
	guest_vulnerable BOOLEAN NOT NULL, 
	anonymous BOOLEAN NOT NULL, 
	on_behalf_of VARCHAR NOT NULL, 
	room VARCHAR NOT NULL, 
	reference VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	problem_date DATE, 
	text VARCHAR NOT NULL, 
	summary VARCHAR NOT NULL, 
	expected VARCHAR NOT NULL, 
	actual VARCHAR NOT NULL, 
	gap INTEGER, 
	wants JSON NOT NULL, 
	nature VARCHAR NOT NULL, 
	cause VARCHAR NOT NULL, 
	impact VARCHAR NOT NULL, 
	category VARCHAR, 
	severity INTEGER, 
	scope VARCHAR, 
	emotion INTEGER, 
	time_pressure VARCHAR, 
	flags JSON NOT NULL, 
	intake JSON NOT NULL, 
	assessed_at BIGINT, 
	facts VARCHAR NOT NULL, 
	facts_confirmed_at BIGINT, 
	facts_confirmed_by VARCHAR, 
	score INTEGER NOT NULL, 
	points JSON NOT NULL, 
	band VARCHAR(2) NOT NULL, 
	band_rule VARCHAR NOT NULL, 
	override_band VARCHAR, 
	reopened_band VARCHAR, 
	calendar_id INTEGER, 
	targets_id INTEGER, 
	respond_due BIGINT, 
	resolve_due BIGINT, 
	next_due BIGINT, 
	queue_due INTEGER NOT NULL, 
	in_queue BOOLEAN NOT NULL, 
	paused_minutes INTEGER NOT NULL, 
	acknowledged_at BIGINT, 
	first_response_at BIGINT, 
	first_response_by VARCHAR, 
	first_response_medium VARCHAR, 
	owner_id INTEGER, 
	owner_name VARCHAR NOT NULL, 
	department VARCHAR NOT NULL, 
	handed_over BOOLEAN NOT NULL, 
	handed_up BOOLEAN NOT NULL, 
	solution VARCHAR NOT NULL, 
	beyond_expectation VARCHAR NOT NULL, 
	prevention VARCHAR NOT NULL, 
	compensation INTEGER NOT NULL, 
	told_by VARCHAR, 
	answer VARCHAR, 
	emotion_at_close INTEGER, 
	resolved_at BIGINT, 
	last_resolved_at BIGINT, 
	resolved_by_id INTEGER, 
	resolved_by VARCHAR, 
	reopened_at BIGINT, 
	closed_at BIGINT, 
	ended_at BIGINT, 
	duplicate_of VARCHAR, 
	outcome VARCHAR, 
	closure VARCHAR, 
	root_cause VARCHAR, 
	whys JSON NOT NULL, 
	lesson VARCHAR NOT NULL, 
	survey_asked_at BIGINT, 
	survey JSON NOT NULL, 
	survey_not_asked VARCHAR NOT NULL, 
	follow_up_due BIGINT, 
	last_act_at BIGINT NOT NULL, promise_due BIGINT, restricted BOOLEAN NOT NULL DEFAULT 0, first_resolve_due BIGINT, first_resolved_by_id INTEGER, 
	CONSTRAINT pk_cases PRIMARY KEY (id), 
	CONSTRAINT ck_cases_band CHECK (band IN ('P1', 'P2', 'P3', 'P4')), 
	CONSTRAINT ck_cases_emotion CHECK (emotion BETWEEN 0 AND 4), 
	CONSTRAINT ck_cases_severity CHECK (severity BETWEEN 1 AND 4), 
	CONSTRAINT fk_cases_calendar_id_rule_sets FOREIGN KEY(calendar_id) REFERENCES rule_sets (id), 
	CONSTRAINT fk_cases_guest_id_guests FOREIGN KEY(guest_id) REFERENCES guests (id), 
	CONSTRAINT fk_cases_owner_id_staff FOREIGN KEY(owner_id) REFERENCES staff (id), 
	CONSTRAINT fk_cases_received_by_id_staff FOREIGN KEY(received_by_id) REFERENCES staff (id), 
	CONSTRAINT fk_cases_resolved_by_id_staff FOREIGN KEY(resolved_by_id) REFERENCES staff (id), 
	CONSTRAINT fk_cases_targets_id_rule_sets FOREIGN KEY(targets_id) REFERENCES rule_sets (id), 
	CONSTRAINT uq_cases_external_id UNIQUE (external_id), 
	CONSTRAINT uq_cases_number UNIQUE (number)
);
CREATE TABLE drafts (
	id INTEGER NOT NULL, 
	staff_id INTEGER NOT NULL, 
	desk VARCHAR NOT NULL, 
	saved_at BIGINT NOT NULL, 
	data JSON NOT NULL, 
	CONSTRAINT pk_drafts PRIMARY KEY (id), 
	CONSTRAINT fk_drafts_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE sign_in_tries (
	staff_id INTEGER NOT NULL, 
	desk VARCHAR NOT NULL, 
	count INTEGER NOT NULL, 
	locked_until BIGINT, 
	CONSTRAINT pk_sign_in_tries PRIMARY KEY (staff_id, desk), 
	CONSTRAINT fk_sign_in_tries_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE contacts (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	medium VARCHAR NOT NULL, 
	with_whom VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	reached BOOLEAN NOT NULL, 
	CONSTRAINT pk_contacts PRIMARY KEY (id), 
	CONSTRAINT fk_contacts_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id)
);
CREATE TABLE history (
	id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	"by" VARCHAR(64) NOT NULL, 
	act VARCHAR(32) NOT NULL, 
	case_id INTEGER, 
	changes VARCHAR NOT NULL, 
	hash BLOB NOT NULL, 
	CONSTRAINT pk_history PRIMARY KEY (id), 
	CONSTRAINT fk_history_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id)
);
CREATE TABLE notes (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	CONSTRAINT pk_notes PRIMARY KEY (id), 
	CONSTRAINT fk_notes_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id)
);
CREATE TABLE pauses (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	started_at BIGINT NOT NULL, 
	ended_at BIGINT, 
	CONSTRAINT pk_pauses PRIMARY KEY (id), 
	CONSTRAINT fk_pauses_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id)
);
CREATE TABLE remedies (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	by_id INTEGER, 
	"by" VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	amount INTEGER NOT NULL, 
	note VARCHAR NOT NULL, 
	law_card VARCHAR NOT NULL, 
	taken_back_at BIGINT, 
	CONSTRAINT pk_remedies PRIMARY KEY (id), 
	CONSTRAINT ck_remedies_amount CHECK (amount >= 0), 
	CONSTRAINT fk_remedies_by_id_staff FOREIGN KEY(by_id) REFERENCES staff (id), 
	CONSTRAINT fk_remedies_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id)
);
CREATE TABLE history_texts (
	entry_id INTEGER NOT NULL, 
	field VARCHAR(32) NOT NULL, 
	side VARCHAR(8) NOT NULL, 
	salt BLOB NOT NULL, 
	text VARCHAR NOT NULL, 
	CONSTRAINT pk_history_texts PRIMARY KEY (entry_id, field, side), 
	CONSTRAINT fk_history_texts_entry_id_history FOREIGN KEY(entry_id) REFERENCES history (id)
)
 WITHOUT ROWID

;
CREATE VIRTUAL TABLE search_index USING fts5(
           words, content='', columnsize=0, tokenize='ascii', prefix='1 2 3');
CREATE TABLE guest_keys (
	"key" VARCHAR(64) NOT NULL, 
	guest_id INTEGER NOT NULL, 
	CONSTRAINT pk_guest_keys PRIMARY KEY ("key", guest_id), 
	CONSTRAINT fk_guest_keys_guest_id_guests FOREIGN KEY(guest_id) REFERENCES guests (id)
)
 WITHOUT ROWID

;
CREATE TABLE guest_merges (
	id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	kept_id INTEGER NOT NULL, 
	merged_id INTEGER NOT NULL, 
	case_ids JSON NOT NULL, 
	"before" JSON NOT NULL, 
	undone_at BIGINT, 
	CONSTRAINT pk_guest_merges PRIMARY KEY (id), 
	CONSTRAINT fk_guest_merges_kept_id_guests FOREIGN KEY(kept_id) REFERENCES guests (id), 
	CONSTRAINT fk_guest_merges_merged_id_guests FOREIGN KEY(merged_id) REFERENCES guests (id)
);
CREATE TABLE attachments (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR(64) NOT NULL, 
	size INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	removed_at BIGINT, 
	CONSTRAINT pk_attachments PRIMARY KEY (id), 
	CONSTRAINT fk_attachments_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id), 
	CONSTRAINT uq_attachments_case_id_place UNIQUE (case_id, place)
);
CREATE TABLE case_members (
	case_id INTEGER NOT NULL, 
	staff_id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	CONSTRAINT pk_case_members PRIMARY KEY (case_id, staff_id), 
	CONSTRAINT fk_case_members_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id), 
	CONSTRAINT fk_case_members_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
)
 WITHOUT ROWID

;
CREATE TABLE promises (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	due BIGINT NOT NULL, 
	at BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	kept_at BIGINT, 
	cancelled_at BIGINT, 
	ended_by VARCHAR, 
	reason VARCHAR NOT NULL, 
	CONSTRAINT pk_promises PRIMARY KEY (id), 
	CONSTRAINT fk_promises_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id)
);
CREATE TABLE remedy_requests (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	by_id INTEGER NOT NULL, 
	"by" VARCHAR NOT NULL, 
	offers JSON NOT NULL, 
	replaces BOOLEAN NOT NULL, 
	solution VARCHAR NOT NULL, 
	beyond_expectation VARCHAR NOT NULL, 
	prevention VARCHAR NOT NULL, 
	decided_at BIGINT, 
	decided_by VARCHAR, 
	granted BOOLEAN, 
	reason VARCHAR NOT NULL, 
	CONSTRAINT pk_remedy_requests PRIMARY KEY (id), 
	CONSTRAINT fk_remedy_requests_by_id_staff FOREIGN KEY(by_id) REFERENCES staff (id), 
	CONSTRAINT fk_remedy_requests_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id)
);
CREATE TABLE tasks (
	id INTEGER NOT NULL, 
	case_id INTEGER, 
	guest_id INTEGER, 
	place INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	department VARCHAR NOT NULL, 
	to_id INTEGER, 
	due BIGINT, 
	at BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	done_at BIGINT, 
	done_by VARCHAR, 
	CONSTRAINT pk_tasks PRIMARY KEY (id), 
	CONSTRAINT ck_tasks_subject CHECK ((case_id IS NULL) <> (guest_id IS NULL)), 
	CONSTRAINT fk_tasks_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id), 
	CONSTRAINT fk_tasks_guest_id_guests FOREIGN KEY(guest_id) REFERENCES guests (id), 
	CONSTRAINT fk_tasks_to_id_staff FOREIGN KEY(to_id) REFERENCES staff (id)
);
CREATE TABLE resolutions (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	reopened_at BIGINT, 
	CONSTRAINT pk_resolutions PRIMARY KEY (id), 
	CONSTRAINT fk_resolutions_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id)
);
CREATE TABLE activity (
	id INTEGER NOT NULL, 
	first_day DATE NOT NULL, 
	last_day DATE NOT NULL, 
	value INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	CONSTRAINT pk_activity PRIMARY KEY (id), 
	CONSTRAINT ck_activity_days CHECK (first_day <= last_day), 
	CONSTRAINT ck_activity_value CHECK (value >= 0)
);
CREATE TABLE dismissed_warnings (
	"key" VARCHAR(128) NOT NULL, 
	at BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	reason VARCHAR NOT NULL, 
	CONSTRAINT pk_dismissed_warnings PRIMARY KEY ("key")
);
CREATE TABLE printed_reports (
	id INTEGER NOT NULL, 
	month VARCHAR(7) NOT NULL, 
	language VARCHAR(2) NOT NULL, 
	as_of BIGINT NOT NULL, 
	made_at BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	pages INTEGER NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	pdf BLOB NOT NULL, 
	figures JSON NOT NULL, 
	CONSTRAINT pk_printed_reports PRIMARY KEY (id)
);
CREATE TABLE report_decisions (
	id INTEGER NOT NULL, 
	month VARCHAR(7) NOT NULL, 
	place INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	who VARCHAR NOT NULL, 
	due VARCHAR NOT NULL, 
	kept BOOLEAN, 
	remark VARCHAR NOT NULL, 
	at BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	CONSTRAINT pk_report_decisions PRIMARY KEY (id), 
	CONSTRAINT uq_report_decisions_month_place UNIQUE (month, place)
);
CREATE TABLE conversation_steps (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	framework VARCHAR NOT NULL, 
	language VARCHAR(2) NOT NULL, 
	step VARCHAR NOT NULL, 
	name VARCHAR NOT NULL, 
	said VARCHAR NOT NULL, 
	answered JSON NOT NULL, 
	emotion INTEGER, 
	began BIGINT NOT NULL, 
	ended BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	CONSTRAINT pk_conversation_steps PRIMARY KEY (id), 
	CONSTRAINT ck_conversation_steps_emotion CHECK (emotion BETWEEN 0 AND 4), 
	CONSTRAINT fk_conversation_steps_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id), 
	CONSTRAINT uq_conversation_steps_case_id_place UNIQUE (case_id, place)
);
CREATE TABLE letters (
	id INTEGER NOT NULL, 
	case_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	language VARCHAR(2) NOT NULL, 
	greeting VARCHAR NOT NULL, 
	paragraphs JSON NOT NULL, 
	closing VARCHAR NOT NULL, 
	signed_by VARCHAR NOT NULL, 
	signer_line VARCHAR NOT NULL, 
	at BIGINT NOT NULL, 
	"by" VARCHAR NOT NULL, 
	signed_off_at BIGINT, 
	signed_off_by VARCHAR NOT NULL, 
	printed_at BIGINT, 
	printed_by VARCHAR NOT NULL, 
	CONSTRAINT pk_letters PRIMARY KEY (id), 
	CONSTRAINT fk_letters_case_id_cases FOREIGN KEY(case_id) REFERENCES cases (id), 
	CONSTRAINT uq_letters_case_id_place UNIQUE (case_id, place)
);
INSERT INTO alembic_version VALUES ('0004');
INSERT INTO counters VALUES ('number:HH-D1-20261119', 2);
INSERT INTO counters VALUES ('case_id', 2);
INSERT INTO desks VALUES ('D1', 'D1', 1);
INSERT INTO guests VALUES (1, 'Tan Wei Ling', '', '+44 7700 900123', '447700900123', '', NULL, 'tanweiling', '', 0, 0, 1795095720, 1, '', '', NULL, NULL, 0, NULL, NULL);
INSERT INTO rule_sets VALUES (1, 'calendar', 1792503720, 'owner', '{"intervals": {"mon": ["00:00-24:00"], "tue": ["00:00-24:00"], "wed": ["00:00-24:00"], "thu": ["00:00-24:00"], "fri": ["00:00-24:00"], "sat": ["00:00-24:00"], "sun": ["00:00-24:00"]}, "closed": [], "extra": {}}');
INSERT INTO rule_sets VALUES (2, 'targets', 1792503720, 'owner', '{"P1": {"respond_min": 10, "resolve_min": 120}, "P2": {"respond_min": 30, "resolve_min": 480}, "P3": {"respond_min": 60, "resolve_min": 1440}, "P4": {"respond_min": 240, "resolve_min": 4320}}');
INSERT INTO rule_sets VALUES (3, 'shifts', 1792503720, 'owner', '[{"code": "day", "name": "", "from": "07:00", "to": "15:00"}, {"code": "evening", "name": "", "from": "15:00", "to": "23:00"}, {"code": "night", "name": "", "from": "23:00", "to": "07:00"}]');
INSERT INTO rule_sets VALUES (4, 'authority', 1792503720, 'owner', '{"receptionist": [20000, 200000], "specialist": [100000, 1000000], "manager": [500000, null], "owner": [null, null], "analyst": [0, 0]}');
INSERT INTO settings VALUES ('name', '"Harbour Hotel"');
INSERT INTO settings VALUES ('code', '"HH"');
INSERT INTO settings VALUES ('property', '"hotel"');
INSERT INTO settings VALUES ('language', '"en"');
INSERT INTO settings VALUES ('zone', '"Asia/Shanghai"');
INSERT INTO settings VALUES ('country', '"CN"');
INSERT INTO settings VALUES ('currency', '"CNY"');
INSERT INTO settings VALUES ('training', 'true');
INSERT INTO staff VALUES (1, 'owner', 'owner', 'Olive Owner', 'owner', '', NULL, 1);
INSERT INTO cases VALUES (30116708635115521, 3, 'HH-D1-20261119-0001', 20261119000000001, NULL, 0, 'complaint', 'acknowledged', NULL, 'counter', 0, 'D1', 1795095720, 1, 'Olive Owner', 'evening', '2026-11-19', 1, 'Tan Wei Ling', '', '+44 7700 900123', '', '', 0, 0, 0, '', '1208', '', '', NULL, '空调滴水，晚上睡不好。 The air-conditioner drips.', '空调滴水，晚上睡不好。 The air-conditioner drips.', '', '', NULL, '[]', '', '', '', NULL, NULL, NULL, NULL, NULL, '[]', '{"category": null, "severity": null, "emotion": null, "scope": null, "time_pressure": null, "flags": []}', NULL, '', NULL, NULL, 20, '[["severity", 20]]', 'P4', 'points', NULL, NULL, 1, 2, 1795110120, 1795354920, 1795354920, 1795354920, 1, 0, 1795095720, 1795095720, 'owner', 'in_person', NULL, '', '', 0, 0, '', '', '', 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[]', '', NULL, '{}', '', NULL, 1795095720, NULL, 0, NULL, NULL);
INSERT INTO cases VALUES (30116708635115522, 1, 'HH-D1-20261119-0002', 20261119000000002, NULL, 0, 'complaint', 'new', NULL, 'counter', 0, 'D1', 1795095720, 1, 'Olive Owner', 'evening', '2026-11-19', 1, 'Tan Wei Ling', '', '+44 7700 900123', '', '', 0, 0, 0, '', '0906', '', '', NULL, 'The bill shows a minibar item I never took.', 'The bill shows a minibar item I never took.', '', '', NULL, '[]', '', '', '', NULL, NULL, NULL, NULL, NULL, '[]', '{"category": null, "severity": null, "emotion": null, "scope": null, "time_pressure": null, "flags": []}', NULL, '', NULL, NULL, 25, '[["severity", 20], ["repeat", 5]]', 'P4', 'points', NULL, NULL, 1, 2, 1795110120, 1795354920, 1795110120, 1795110120, 1, 0, NULL, NULL, NULL, NULL, NULL, '', '', 0, 0, '', '', '', 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '[]', '', NULL, '{}', '', NULL, 1795095720, NULL, 0, NULL, NULL);
INSERT INTO drafts VALUES (1, 1, 'D1', 1795095720, '{"text": "half a sentence"}');
INSERT INTO history VALUES (1, 1792503720, 'owner', 'init', NULL, '{"authority":[null,{"analyst":[0,0],"manager":[500000,null],"owner":[null,null],"receptionist":[20000,200000],"specialist":[100000,1000000]}],"calendar":[null,{"closed":[],"extra":{},"intervals":{"fri":["00:00-24:00"],"mon":["00:00-24:00"],"sat":["00:00-24:00"],"sun":["00:00-24:00"],"thu":["00:00-24:00"],"tue":["00:00-24:00"],"wed":["00:00-24:00"]}}],"code":[null,"HH"],"country":[null,"CN"],"currency":[null,"CNY"],"language":[null,"en"],"login":[null,"owner"],"name":[null,"hash:9d3ddd740516a16077fa6bc822db12eb6d9883862b0a0196de19b470340417b0"],"property":[null,"hotel"],"shifts":[null,[{"code":"day","from":"07:00","name":"","to":"15:00"},{"code":"evening","from":"15:00","name":"","to":"23:00"},{"code":"night","from":"23:00","name":"","to":"07:00"}]],"targets":[null,{"P1":{"resolve_min":120,"respond_min":10},"P2":{"resolve_min":480,"respond_min":30},"P3":{"resolve_min":1440,"respond_min":60},"P4":{"resolve_min":4320,"respond_min":240}}],"training":[null,true],"zone":[null,"Asia/Shanghai"]}', X'9CE790E938D4C6A4EB07D6012022A2568769BD49CC24066A01C7A05C663E4D94');
INSERT INTO history VALUES (2, 1795095720, 'owner', 'open', 30116708635115521, '{"band":[null,"P4"],"band_rule":[null,"points"],"channel":[null,"counter"],"desk":[null,"D1"],"guest_id":[null,1],"guest_name":[null,"hash:f2b91e8cf0f49f5fe29529acf99df580c983d7e419d302baeb2c76a0a81ffa9d"],"guest_phone":[null,"hash:a6c1597b5c88ca75e405614ad669541052f09d304117884c2e6f957080f00a32"],"received_at":[null,"2026-11-19T13:42:00Z"],"received_by":[null,"Olive Owner"],"resolve_due":[null,"2026-11-22T13:42:00Z"],"respond_due":[null,"2026-11-19T17:42:00Z"],"room":[null,"hash:73b31b0fda935c8353232b248b4faa5e5b16296a345d8459dcc42610ace66b1e"],"score":[null,20],"state":[null,"new"],"text":[null,"hash:4d0b97f175067c3c202ce54335a1c52bc0d92b44be2804e2c523fc2e57bc16fc"],"type":[null,"complaint"]}', X'E7437F3AABF4791C4D9E607DA52542EF8C5DB195353F535E548F4489074CA531');
INSERT INTO history VALUES (3, 1795095720, 'owner', 'open', 30116708635115522, '{"band":[null,"P4"],"band_rule":[null,"points"],"channel":[null,"counter"],"desk":[null,"D1"],"guest_id":[null,1],"guest_name":[null,"hash:a581c82acfa4712e76372815fa0735e4916cac031e4dfb058ed9e71663ca85c0"],"guest_phone":[null,"hash:f39a98394b430e120cde278a36651949ba0ec2d4cc7217debf652b1def86815a"],"received_at":[null,"2026-11-19T13:42:00Z"],"received_by":[null,"Olive Owner"],"resolve_due":[null,"2026-11-22T13:42:00Z"],"respond_due":[null,"2026-11-19T17:42:00Z"],"room":[null,"hash:0351737095c2ab661561b198c360398be044adc406a9c226ad1b9c7ce49304d6"],"score":[null,25],"state":[null,"new"],"text":[null,"hash:cdf2db87aae5259a32dcadfdcf40cd0b058a03006b19e5e1c684543288391f25"],"type":[null,"complaint"]}', X'73D30B6221C739A189FE4F5D57FA947C1AA1FE7172F6BD909887CC9A3F50D6C6');
INSERT INTO history VALUES (4, 1795095720, 'owner', 'acknowledge', 30116708635115521, '{"first_response_at":[null,"2026-11-19T13:42:00Z"],"first_response_medium":[null,"in_person"],"state":["new","acknowledged"]}', X'124E4CDE6062ED2A447678A910033F5D1ACE139EB34627325819F88573B73D32');
INSERT INTO history VALUES (5, 1795095720, 'owner', 'note', 30116708635115521, '{"note":[null,"hash:0d1621b1f627e648565867f00726e23cb8e915eb5091aaf5a3dae0423490f861"]}', X'4A69B6A483736BB241CB058967B7AA4408A6B8D5CBE6406DF7A14459B75CFAE6');
INSERT INTO notes VALUES (1, 30116708635115521, 1795095720, 'owner', 'Offered another room; she''ll decide tonight.');
INSERT INTO history_texts VALUES (1, 'name', 'after', X'CB1AF0CB127A6255C787550BA06DB8FC', '"Harbour Hotel"');
INSERT INTO history_texts VALUES (2, 'guest_name', 'after', X'EB97F54994CC33FA1815673B18F61C10', '"Tan Wei Ling"');
INSERT INTO history_texts VALUES (2, 'guest_phone', 'after', X'DF328584DE3290B283FF9190F138217A', '"+44 7700 900123"');
INSERT INTO history_texts VALUES (2, 'room', 'after', X'270FCECC6F44EB12DED5914848186B56', '"1208"');
INSERT INTO history_texts VALUES (2, 'text', 'after', X'3CE89143E2BE30A15D3FE11C7354DE79', '"空调滴水，晚上睡不好。 The air-conditioner drips."');
INSERT INTO history_texts VALUES (3, 'guest_name', 'after', X'896B21E9298C8ABB4FCDD451031D43B4', '"Tan Wei Ling"');
INSERT INTO history_texts VALUES (3, 'guest_phone', 'after', X'C895885A9BEAB6A24AC46A4465FF870E', '"+44 7700 900123"');
INSERT INTO history_texts VALUES (3, 'room', 'after', X'0DF8C3C7831EBE538EA1D8F3C9D0C5DA', '"0906"');
INSERT INTO history_texts VALUES (3, 'text', 'after', X'D439B7BA4F68298C2D333389C6B5342E', '"The bill shows a minibar item I never took."');
INSERT INTO history_texts VALUES (5, 'note', 'after', X'7614DBF7766160CFBF0E903114E48530', '"Offered another room; she''ll decide tonight."');
CREATE INDEX ix_guests_email_key ON guests (email_key);
CREATE INDEX ix_guests_name_key ON guests (name_key);
CREATE INDEX ix_guests_phone_key ON guests (phone_key);
CREATE INDEX ix_rule_sets_newest ON rule_sets (kind, id);
CREATE INDEX ix_cases_follow_up ON cases (follow_up_due) WHERE follow_up_due IS NOT NULL;
CREATE INDEX ix_cases_guest_id ON cases (guest_id);
CREATE INDEX ix_cases_number_order ON cases (number_order);
CREATE INDEX ix_cases_owner ON cases (owner_id, band, queue_due) WHERE in_queue = 1;
CREATE INDEX ix_cases_queue ON cases (band, queue_due, received_at, number_order, id) WHERE in_queue = 1;
CREATE INDEX ix_cases_received_at ON cases (received_at);
CREATE INDEX ix_cases_reference ON cases (reference) WHERE reference <> '';
CREATE INDEX ix_cases_room ON cases (room) WHERE room <> '';
CREATE INDEX ix_cases_unacknowledged ON cases (queue_due) WHERE state = 'new';
CREATE INDEX ix_drafts_staff_id ON drafts (staff_id);
CREATE INDEX ix_contacts_case_id ON contacts (case_id);
CREATE INDEX ix_history_case_id ON history (case_id);
CREATE INDEX ix_notes_case_id ON notes (case_id);
CREATE INDEX ix_pauses_case_id ON pauses (case_id);
CREATE INDEX ix_remedies_case_id ON remedies (case_id);
CREATE INDEX ix_remedies_giver ON remedies (by_id, at);
CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history
       BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE TRIGGER history_is_never_removed BEFORE DELETE ON history
       BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;
CREATE INDEX ix_cases_duplicate_of ON cases (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX ix_cases_restricted ON cases (id) WHERE restricted = 1;
CREATE INDEX ix_guests_unkeyed ON guests (id) WHERE keyed_as IS NOT name;
CREATE INDEX ix_guests_merged_into_id ON guests (merged_into_id);
CREATE INDEX ix_guest_keys_guest_id ON guest_keys (guest_id);
CREATE INDEX ix_guest_merges_kept_id ON guest_merges (kept_id);
CREATE INDEX ix_guest_merges_merged_id ON guest_merges (merged_id);
CREATE INDEX ix_attachments_case_id ON attachments (case_id);
CREATE INDEX ix_attachments_sha256 ON attachments (sha256);
CREATE INDEX ix_case_members_staff_id ON case_members (staff_id);
CREATE INDEX ix_promises_case_id ON promises (case_id);
CREATE INDEX ix_promises_open ON promises (due) WHERE kept_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX ix_remedy_requests_case_id ON remedy_requests (case_id);
CREATE INDEX ix_remedy_requests_waiting ON remedy_requests (at) WHERE decided_at IS NULL;
CREATE INDEX ix_tasks_case_id ON tasks (case_id);
CREATE INDEX ix_tasks_guest_id ON tasks (guest_id);
CREATE INDEX ix_tasks_open ON tasks (to_id, due) WHERE done_at IS NULL;
CREATE INDEX ix_cases_uncounted ON cases (received_at) WHERE type <> 'complaint' OR state IN ('duplicate', 'not_complaint');
CREATE INDEX ix_cases_last_act_at ON cases (last_act_at);
CREATE INDEX ix_cases_standing ON cases (resolved_at, received_at, last_act_at, type, state, category, closed_at, ended_at);
CREATE INDEX ix_resolutions_case_id ON resolutions (case_id);
CREATE INDEX ix_resolutions_at ON resolutions (at);
CREATE INDEX ix_resolutions_reopened ON resolutions (reopened_at) WHERE reopened_at IS NOT NULL;
CREATE INDEX ix_printed_reports_month ON printed_reports (month);
CREATE INDEX ix_cases_ended_well ON cases (category, id) WHERE answer = 'accepted' AND resolved_at IS NOT NULL AND restricted = 0;
