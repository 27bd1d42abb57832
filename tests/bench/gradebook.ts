import { loadKinds } from '../../src/lib/quiz/kinds/index.ts';
import { courseEntries, courseItems, someAnswers } from '../../src/lib/class/answering.ts';
import { handIn } from '../../src/lib/class/documents/hand-in.ts';
import { gradebook, type ContentItem } from '../../src/lib/class/gradebook/gradebook.ts';
import { itemAnalysis } from '../../src/lib/class/gradebook/items.ts';
import { toTalkAbout } from '../../src/lib/class/gradebook/talk-about.ts';
import { publicKeyOf } from '../../src/lib/class/seal/class-key.ts';
import { openForTeacher, sealForTeacher } from '../../src/lib/class/seal/documents.ts';
import { newSecret, teacherKeys } from '../../src/lib/class/secrets.ts';
import { aHandIn, anAssignment, idOf, seeded } from '../../src/lib/class/testing.ts';
import type { TestServer } from '../support/server.ts';
import { atMost, told, type Figure } from './figure.ts';
import { gradebookPages } from './gradebook-page.ts';

const QUESTIONS = 60;

const items = courseItems.slice(0, QUESTIONS);
const content = new Map<string, ContentItem>(
	courseItems.map((item, index) => [item.id, { item, module: courseEntries[index]?.module ?? '' }])
);
const revisions = [anAssignment({ items: items.map(({ id, revision }) => ({ id, revision })) })];

async function timed<T>(work: () => T | Promise<T>): Promise<[result: T, ms: number]> {
	const began = performance.now();
	const result = await work();
	return [result, performance.now() - began];
}

/** Opens and grades a class, and looks at its questions. */
async function measure(pupils: number) {
	const { identity } = await teacherKeys(newSecret(seeded('teacher')));
	const publicKey = await publicKeyOf(identity);
	const sealed: string[] = [];
	for (let n = 0; n < pupils; n++) {
		const member = { id: idOf(`member ${n}`), name: `Pupil ${n}` };
		const answers = someAnswers(items, `pupil ${n}`);
		const document = aHandIn({ id: idOf(`hand-in ${n}`), member, answers });
		sealed.push(await sealForTeacher(handIn, document, publicKey));
	}
	const [documents, opened] = await timed(() =>
		Promise.all(sealed.map((text) => openForTeacher(handIn, text, identity)))
	);
	const [, graded] = await timed(() => {
		const handIns = documents.map((document) => ({ document }));
		const book = gradebook({ revisions, handIns, members: [], desk: [] }, content);
		return toTalkAbout(itemAnalysis(book));
	});
	return { opened, graded };
}

/** The classroom's core by itself: opened is what is new, graded is everything each time. Then its page. */
export async function gradebooks(server: TestServer): Promise<Figure[]> {
	await loadKinds();
	await measure(35);
	const room = await measure(35);
	const school = await measure(1500);
	return [
		atMost('gradebook: 35 x 60 opened and graded', room.opened + room.graded, 250, 'ms'),
		told('gradebook: 1,500 x 60 opened', school.opened, 'ms'),
		atMost('gradebook: 1,500 x 60 opened and graded', school.opened + school.graded, 3000, 'ms'),
		...(await gradebookPages(server))
	];
}
