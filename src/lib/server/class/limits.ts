/** What the server keeps for one class at most. A school of 1,500 pupils fits in one. */
export interface Limits {
	members: number;
	assignments: number;
	handIns: number;
	/** Of one member. */
	handInsEach: number;
	desk: number;
	bytes: number;
}

export const LIMITS: Limits = {
	members: 2000,
	assignments: 5000,
	handIns: 200_000,
	handInsEach: 1000,
	desk: 50_000,
	bytes: 512 * 1024 * 1024
};

/** What a row takes beside its sealed text, about. */
export const ROW_BYTES = 300;
