import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newest, type Assignment } from '../../class/documents/assignment.ts';
import { anAssignment } from '../../class/testing.ts';
import type { SetAssignment } from '../rows.ts';
import { keepEdit, keepFromServer } from './revisions.ts';

/** The store of a device. */
function store() {
	const rows = new Map<string, SetAssignment>();
	return {
		rows,
		get: ([id, revision]: [string, number]) => Promise.resolve(rows.get(`${id}/${revision}`)),
		put: (row: SetAssignment) => Promise.resolve(rows.set(`${row.id}/${row.revision}`, row)),
		delete: ([id, revision]: [string, number]) => Promise.resolve(rows.delete(`${id}/${revision}`))
	};
}

const rowOf = (document: Assignment): SetAssignment => ({
	v: 1,
	class: '',
	id: document.id,
	revision: document.revision,
	document,
	sent: false
});

const titles = (rows: Iterable<{ document: Assignment }>) =>
	[...rows].map(({ document }) => document.title).sort();

/** A server that keeps under each number what came first; the answer may be lost on its way. */
class Server {
	readonly kept = new Map<number, Assignment>();

	put(document: Assignment, isLost: boolean): 'stored' | 'conflict' | 'lost' {
		// A seal differs each time, so the same once more is a conflict too.
		if (this.kept.has(document.revision)) return 'conflict';
		this.kept.set(document.revision, document);
		return isLost ? 'lost' : 'stored';
	}

	list() {
		return [...this.kept].map(([revision, document]) => ({
			class: '',
			id: document.id,
			revision,
			document
		}));
	}
}

/** As `Taught` does it. */
async function sync(device: ReturnType<typeof store>, server: Server, isLost = false) {
	for (const row of [...device.rows.values()].filter(({ sent }) => !sent)) {
		const answer = server.put(row.document, isLost);
		if (answer === 'lost') return;
		if (answer === 'stored') await device.put({ ...row, sent: true });
		else {
			await keepFromServer(device, server.list());
			return sync(device, server);
		}
	}
	await keepFromServer(device, server.list());
}

const STEPS = fc.array(
	fc.record({ device: fc.nat(1), what: fc.constantFrom('edit', 'sync', 'lose') }),
	{ maxLength: 20 }
);

it('loses no edit and doubles none, whatever two devices do apart, and both agree on what holds', async () => {
	await fc.assert(
		fc.asyncProperty(STEPS, async (steps) => {
			const server = new Server();
			const devices = [store(), store()] as const;
			const made = ['first'];
			for (const device of devices) await device.put(rowOf(anAssignment({ title: 'first' })));
			for (const [at, { device: which, what }] of steps.entries()) {
				const device = devices[which] ?? devices[0];
				if (what === 'edit') {
					const before = newest([...device.rows.values()].map(({ document }) => document));
					const title = `edit ${at}`;
					const revision = (before?.revision ?? 0) + 1;
					await keepEdit(device, rowOf(anAssignment({ title, revision, at })));
					made.push(title);
				} else await sync(device, server, what === 'lose');
			}
			for (const device of [...devices, ...devices]) await sync(device, server);
			for (const { rows } of devices) expect(titles(rows.values())).toEqual([...made].sort());
			const [one, two] = devices.map(({ rows }) =>
				newest([...rows.values()].map((r) => r.document))
			);
			expect(one).toEqual(two);
		})
	);
});

it('lets an edit that came later hold, under the next number, and says beside which', async () => {
	const device = store();
	await device.put({ ...rowOf(anAssignment()), sent: true });
	await keepEdit(device, rowOf(anAssignment({ revision: 2, title: 'mine' })));
	const theirs = anAssignment({ revision: 2, title: 'theirs' });
	await keepFromServer(device, [{ class: '', id: theirs.id, revision: 2, document: theirs }]);
	expect([1, 2, 3].map((number) => device.rows.get(`${theirs.id}/${number}`))).toEqual([
		expect.objectContaining({ revision: 1, sent: true }),
		expect.objectContaining({ revision: 2, document: theirs, sent: true }),
		expect.objectContaining({ revision: 3, sent: false, beside: 2 })
	]);
	expect(device.rows.get(`${theirs.id}/3`)?.document).toMatchObject({ revision: 3, title: 'mine' });
});

it('makes room for a revision that it cannot open', async () => {
	const device = store();
	const mine = rowOf(anAssignment({ title: 'mine' }));
	await device.put(mine);
	await keepFromServer(device, [{ class: '', id: mine.id, revision: 1, document: undefined }]);
	expect([...device.rows.values()]).toEqual([
		expect.objectContaining({ revision: 2, sent: false, beside: 1 })
	]);
});
