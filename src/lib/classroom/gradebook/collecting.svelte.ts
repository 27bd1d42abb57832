import { readFile, MAX_FILE } from '../../class/carry/file.ts';
import { readLink } from '../../class/carry/link.ts';
import { unpackAssignment, type Packet } from '../../class/carry/packet.ts';
import { PartCollector, type Gathered } from '../../class/carry/parts.ts';
import type { Assignment } from '../../class/documents/assignment.ts';
import { ClassError } from '../../class/problem.ts';
import { pause } from '../../study/pause.ts';
import type { OpenedClass, Way } from './opened-class.svelte.ts';

/** What came, and what became of it. */
export interface Collected {
	key: number;
	/** The pupil's device and name, where it is a hand-in. */
	member?: { id: string; name: string };
	/** What it is, such as the assignment's title. */
	what: string;
	outcome: 'new' | 'known' | 'refused';
	/** Why it was refused, or what else is to be known. */
	sentence?: string;
}

const ALONE =
	'It is too long for the class server, so it stays on this device alone; take its file in on the other too.';

/** Collects hand-ins without the server: from texts, files and scanned codes, in any order, as often as they come. */
export class Collecting {
	/** The latest first. */
	log = $state.raw<Collected[]>([]);
	/** Packets of which parts are still to be scanned. */
	parts = $state.raw<readonly Gathered[]>([]);
	readonly #into: OpenedClass;
	readonly #collector = new PartCollector();
	#count = 0;

	constructor(into: OpenedClass) {
		this.#into = into;
	}

	/** Takes one code of the camera. @returns what came of it, so that the picture can say so */
	async scanned(text: string): Promise<'part' | Collected['outcome']> {
		const outcome = await this.#part(text, 'scan');
		if (outcome === 'new') void this.#into.round();
		return outcome;
	}

	/** Takes what was pasted: links, texts of codes, or the text of a file. */
	async pasted(text: string): Promise<void> {
		const trimmed = text.trim();
		if (trimmed.startsWith('{')) await this.#file(trimmed, 'paste');
		else for (const line of trimmed.split(/\s*\n\s*/)) await this.#line(line);
		void this.#into.round();
	}

	async dropped(files: readonly File[]): Promise<void> {
		for (const file of files) {
			if (file.size > MAX_FILE)
				this.#say({ what: file.name, outcome: 'refused', sentence: 'This file is too large.' });
			else await this.#file(await file.text(), 'file', file.name);
			await pause();
		}
		// For the teacher's other devices.
		void this.#into.round();
	}

	async #line(line: string): Promise<void> {
		if (/^WSW\d/.test(line)) {
			await this.#part(line, 'paste');
			return;
		}
		await this.#guarded('What was pasted', async () => {
			if (!/(^|#)[ah]\d+\./.test(line))
				throw new ClassError('other', 'This is no hand-in; paste the whole link or text again.');
			await this.#packet(await readLink(line), 'paste');
		});
	}

	async #part(text: string, by: Way): Promise<'part' | Collected['outcome']> {
		return this.#guarded('A code', async () => {
			const gathered = await this.#collector.add(text);
			const others = this.parts.filter(({ hash }) => hash !== gathered.hash);
			this.parts = gathered.packet ? others : [...others, gathered];
			return gathered.packet ? this.#packet(gathered.packet, by) : 'part';
		});
	}

	async #file(text: string, by: Way, name = 'What was pasted'): Promise<void> {
		await this.#guarded(name, async () => {
			const opened = readFile(text);
			if (opened.what === 'assignment') await this.#assignment(opened.document);
			else for (const packet of opened.packets) await this.#guardedPacket(name, packet, by);
		});
	}

	/** One that cannot be opened keeps no other out. */
	#guardedPacket(name: string, packet: Packet, by: Way) {
		return this.#guarded(name, () => this.#packet(packet, by));
	}

	async #packet(packet: Packet, by: Way): Promise<Collected['outcome']> {
		if (packet.what === 'assignment') return this.#assignment(await unpackAssignment(packet));
		const { taken, document, alone } = await this.#into.take(packet, by);
		const { title } = this.#into.revisions.find(({ id }) => id === document.assignment) ?? {};
		const what =
			title ?? 'an assignment that is not on this device; open its link or file here too';
		const sentence = alone ? { sentence: ALONE } : {};
		this.#say({ member: document.member, what, outcome: taken, ...sentence });
		return taken;
	}

	async #assignment(document: Assignment): Promise<Collected['outcome']> {
		const outcome = await this.#into.takeAssignment(document);
		this.#say({ what: `the assignment “${document.title}”`, outcome });
		return outcome;
	}

	async #guarded<T>(what: string, work: () => Promise<T>): Promise<T | 'refused'> {
		try {
			return await work();
		} catch (cause) {
			if (!(cause instanceof ClassError)) throw cause;
			this.#say({ what, outcome: 'refused', sentence: cause.message });
			return 'refused';
		}
	}

	#say(collected: Omit<Collected, 'key'>) {
		this.#count += 1;
		this.log = [{ key: this.#count, ...collected }, ...this.log].slice(0, 200);
	}
}
