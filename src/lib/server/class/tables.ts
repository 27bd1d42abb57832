/** The tables as queries see them. Times are milliseconds since 1970; yes and no are 1 and 0. */

export interface ClassRow {
	id: string;
	teacher_hash: string;
	join_hash: string;
	public_key: string;
	board: string;
	door_sequence: number;
	locked: number;
	expires: number;
	created: number;
	/** SHA-256 of the body that made the class, and of the last change of its door. */
	body_hash: string;
	door_hash: string;
	/** Counts every change in the class: the order of arrival. */
	clock: number;
	/** How much the class holds. */
	members: number;
	assignments: number;
	hand_ins: number;
	desk: number;
	bytes: number;
}

/** A removed member keeps its row, emptied, so that the teacher's other devices hear of it. */
export interface MemberRow {
	class: string;
	id: string;
	secret_hash: string;
	sealed: string;
	body_hash: string;
	joined: number;
	changed: number;
	/** 0 while it is in the class, 1 when it is removed, 2 when its hand-ins are deleted too. */
	removed: number;
	progress: string;
	progress_sequence: number;
}

export type RecordKind = 'assignment' | 'hand-in' | 'desk';

/** What is only ever added: revisions of assignments, hand-ins, the teacher's own records. */
export interface RecordRow {
	class: string;
	kind: RecordKind;
	arrival: number;
	id: string;
	/** Of an assignment; 0 for the others, of which one id is stored once. */
	version: number;
	/** Of a hand-in, and empty elsewhere: whose (also of a record that carries one), to which assignment and revision. */
	member: string;
	assignment: string;
	revision: number;
	sealed: string;
	body_hash: string;
	received: number;
}

export interface Tables {
	classes: ClassRow;
	members: MemberRow;
	records: RecordRow;
}
