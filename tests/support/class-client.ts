/** Asks the class server over HTTP, as many phones at once do. */
import { Agent, request } from 'node:http';
import {
	classBody,
	freshId,
	freshToken,
	handInBody,
	memberBody,
	sealedText
} from './class-data.ts';

export interface Answered {
	status: number;
	text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 100 });

export interface Sent {
	token?: string;
	body?: object | string;
	headers?: Record<string, string>;
}

/** @throws when there is no answer */
export function send(
	url: string,
	method: string,
	path: string,
	{ token, body, headers = {} }: Sent = {}
): Promise<Answered> {
	const text = typeof body === 'object' ? JSON.stringify(body) : body;
	return new Promise((done, failed) => {
		const sending = request(
			`${url}${path}`,
			{
				method,
				agent,
				headers: {
					...(token && { authorization: `Bearer ${token}` }),
					...(text !== undefined && {
						'content-type': 'application/json',
						'content-length': Buffer.byteLength(text)
					}),
					...headers
				}
			},
			(response) => {
				let got = '';
				response.setEncoding('utf8');
				response.on('data', (part: string) => (got += part));
				response.on('end', () => {
					done({ status: response.statusCode ?? 0, text: got });
				});
				response.on('error', failed);
			}
		);
		sending.on('error', failed);
		sending.end(text);
	});
}

export interface School {
	id: string;
	teacher: string;
	join: string;
	members: { id: string; token: string }[];
}

const insist = async (answer: Promise<Answered>) => {
	const { status, text } = await answer;
	if (status !== 201) throw new Error(`${status}: ${text}`);
};

/** A class with so many members, made over the API. */
export async function makeSchool(url: string, members: number): Promise<School> {
	const school: School = { id: freshId(), teacher: freshToken(), join: freshToken(), members: [] };
	const path = `/api/v1/classes/${school.id}`;
	await insist(send(url, 'PUT', path, { token: school.teacher, body: classBody(school.join) }));
	const pupils = Array.from({ length: members }, () => ({ id: freshId(), token: freshToken() }));
	await Promise.all(
		pupils.map(({ id, token }) =>
			insist(
				send(url, 'PUT', `${path}/members/${id}`, { token: school.join, body: memberBody(token) })
			)
		)
	);
	school.members = pupils;
	return school;
}

/** A hand-in, ready to be sent as often as it takes. */
export interface HandIn {
	id: string;
	path: string;
	token: string;
	body: object;
}

/** @param characters of the sealed text */
export function prepareHandIn(school: School, at: number, characters = 4096): HandIn {
	const member = school.members[at % school.members.length];
	if (!member) throw new Error('The class has no members.');
	const id = freshId();
	return {
		id,
		path: `/api/v1/classes/${school.id}/hand-ins/${id}`,
		token: member.token,
		body: handInBody(member.id, { sealed: sealedText(characters) })
	};
}

/** The ids of all hand-ins that the teacher can read. */
export async function readHandIns(url: string, { id, teacher }: School): Promise<string[]> {
	const ids: string[] = [];
	for (let after = 0, more = true; more;) {
		const path = `/api/v1/classes/${id}/hand-ins?after=${after}`;
		const { status, text } = await send(url, 'GET', path, { token: teacher });
		if (status !== 200) throw new Error(`${status}: ${text}`);
		const page = JSON.parse(text) as { entries: { id: string }[]; next: number; more: boolean };
		ids.push(...page.entries.map((entry) => entry.id));
		({ next: after, more } = page);
	}
	return ids;
}
