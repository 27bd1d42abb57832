import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase32 } from './bytes.ts';
import { joinKeys, newJoinCode, printJoinCode, printJoinLink, readJoinCode } from './join-code.ts';
import { newId } from './ids.ts';
import { ClassError } from './problem.ts';
import { newSecret, printTeacherLink, readTeacherLink, teacherKeys, hashOf } from './secrets.ts';
import { seeded } from './testing.ts';

const SECRET = newSecret(seeded('teacher'));

const problemOf = (work: () => unknown) => {
	try {
		work();
		return 'none';
	} catch (cause) {
		return cause instanceof ClassError ? cause.problem : 'untyped';
	}
};

describe("the teacher's secret", () => {
	it('leads to the same keys on every device and in every version', async () => {
		// Worked out apart from this code. A change of any of these would lock every class out.
		expect(SECRET).toBe('4fOSF9hiaaeX_qq7e7u1mPMhDzfUw6PXcTuThRjcvE8');
		expect(await teacherKeys(SECRET)).toEqual({
			token: 'Xfv8NCznRRQ_RpoZlwW-MWfcCRZls9ALE6fz-_hNYMo',
			identity: 'AGE-SECRET-KEY-1W2X802EXRESZ4HTUUGEPYRPQHQC5ES5DART474Z4N3XTJP4S83CS4C2K6S',
			boardKey: 'f-7TZYumfG0r6KlSixYG7YwGUcYLi4CTQat6rGzjC74',
			deskKey: 'vjQkYzJyjpZatbpORie_K4x2phvYfGAMbaLHnI2i0KU'
		});
	});

	it('leads to keys that have nothing in common', async () => {
		const own = await teacherKeys(SECRET);
		const other = await teacherKeys(newSecret(seeded('another')));
		const all = [
			SECRET,
			...Object.values<string>({ ...own }),
			...Object.values<string>({ ...other })
		];
		expect(new Set(all).size).toBe(9);
	});

	it('holds a private key that age opens with', async () => {
		const { identity } = await teacherKeys(SECRET);
		const encrypter = new Encrypter();
		encrypter.addRecipient(await identityToRecipient(identity));
		const decrypter = new Decrypter();
		decrypter.addIdentity(identity);
		expect(await decrypter.decrypt(await encrypter.encrypt('said'), 'text')).toBe('said');
	});

	it.each(['', 'short', `${SECRET}A`, SECRET.slice(1), `${SECRET.slice(0, -1)}!`])(
		'is refused when it is none: %s',
		async (text) => {
			await expect(teacherKeys(text)).rejects.toMatchObject({ problem: 'damaged' });
		}
	);
});

describe('a teacher link', () => {
	const link = { class: newId(1, seeded('class')), secret: SECRET };

	it('comes back as it went, with or without what stands before it', () => {
		const fragment = printTeacherLink(link);
		expect(readTeacherLink(fragment)).toEqual(link);
		expect(readTeacherLink(` https://school.example/teach/class${fragment}\n`)).toEqual(link);
		expect(readTeacherLink(fragment.slice(1))).toEqual(link);
		const file = `Teacher link of the class "9c #1"\n\nhttps://school.example/teach/class${fragment}\n\nWhoever has it.\n`;
		expect(readTeacherLink(file)).toEqual(link);
		expect(readTeacherLink(`The link (https://school.example/${fragment}).`)).toEqual(link);
	});

	it('cut off anywhere is refused', () => {
		const fragment = printTeacherLink(link);
		for (let end = 0; end < fragment.length; end++)
			expect(problemOf(() => readTeacherLink(fragment.slice(0, end)))).toBe('damaged');
	});

	it('is never something else', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 200 }), (text) => {
				expect(problemOf(() => readTeacherLink(text))).toBe('damaged');
			})
		);
		expect(problemOf(() => readTeacherLink('#'.repeat(5_000_000)))).toBe('damaged');
	});
});

describe('a join code', () => {
	const five = fc.uint8Array({ minLength: 5, maxLength: 5 });
	const code = five.map(toBase32);

	it('carries 40 random bits', () => {
		fc.assert(
			fc.property(five, (bytes) => {
				expect(newJoinCode(() => new Uint8Array(bytes))).toHaveLength(8);
			})
		);
		const many = seeded('codes');
		expect(new Set(Array.from({ length: 1000 }, () => newJoinCode(many))).size).toBe(1000);
	});

	it('is read however it is written', () => {
		const written = (exact: string, looks: readonly boolean[]) =>
			Array.from(printJoinCode(exact), (char, index) => {
				if (!looks[index]) return char;
				if (char === '0') return 'o';
				if (char === '1') return index % 2 ? 'l' : 'I';
				if (char === '-') return ' – ';
				return char.toLowerCase();
			}).join('');
		const looks = fc.array(fc.boolean(), { minLength: 9, maxLength: 9 });
		fc.assert(
			fc.property(code, looks, (exact, look) => {
				expect(readJoinCode(written(exact, look))).toBe(exact);
				expect(readJoinCode(printJoinLink(exact))).toBe(exact);
				expect(readJoinCode(`https://school.example/join${printJoinLink(exact)}`)).toBe(exact);
			})
		);
	});

	it.each(['', 'ABCD', 'ABCDEFGHJ', 'ABCD-EFGU', 'АВСЕ-НКМР', '7K3M-P0Q?', 'x'.repeat(5_000_000)])(
		'is refused when it is none: %#',
		(text) => {
			expect(problemOf(() => readJoinCode(text))).toBe('damaged');
		}
	);

	it('leads to the same keys on every device and in every version', async () => {
		expect(await joinKeys('7K3MP0QZ')).toEqual({
			token: 'FKT_4mVn6gntgyU0rY8b_z7XfbGArUMgYxenzBDZg20',
			doorKey: '7LnqAKOUzQlnH5FWj65WoxY_nkTw2IOUZSJTqpBnxxY'
		});
	});
});

it('keeps of a token what cannot be turned back', async () => {
	// printf abc | sha256sum
	const hex = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
	expect(await hashOf('abc')).toBe(Buffer.from(hex, 'hex').toString('base64url'));
});
