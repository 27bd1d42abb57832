/** What is refused before the class server looks at a request: floods, guesses, other sites. */
import { createHmac, randomBytes } from 'node:crypto';
import { isIP, type BlockList } from 'node:net';
import { Buckets, type Rate } from './buckets.ts';
import { Problem } from './problem.ts';

/**
 * A school of 1,500 behind one address sends some 300 requests a second when it hands in together.
 * Wrong join codes are rare: a class of thirty that mistypes each code three times makes 90.
 */
export const RATES = {
	requests: { burst: 10_000, perSecond: 200 },
	classes: { burst: 60, perSecond: 0.05 },
	guesses: { burst: 300, perSecond: 0.2 },
	/** For everybody together. At one guess a second a code of 40 bits holds for thousands of years. */
	allGuesses: { burst: 1000, perSecond: 1 },
	allClasses: { burst: 500, perSecond: 2 }
} satisfies Record<string, Rate>;

type Action = 'request' | 'new class' | 'guess';

/** For as long as the process runs nobody else can tell which address a key stands for. */
const salt = randomBytes(32);

/** Networks of IPv6 are given out by /64, so that is what counts as one address. */
function keyOf(address: string): string {
	const network = isIP(address) === 6 ? sixtyFour(address) : address;
	return createHmac('sha256', salt).update(network).digest('base64url');
}

function sixtyFour(address: string): string {
	const [head = '', tail] = address.split('::');
	const left = head.split(':').filter(Boolean);
	const right = tail?.split(':').filter(Boolean) ?? [];
	const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0');
	return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, '');

const trusts = (proxies: BlockList, address: string) =>
	isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * Where a request comes from, as the last proxy that is trusted has it.
 *
 * @param peer the other end of the connection
 * @param forwarded the header X-Forwarded-For
 */
export function sender(peer: string, forwarded: string | null, proxies: BlockList): string {
	const way = [...(forwarded ?? '').split(',').map(plain).filter(Boolean), plain(peer)];
	const last = way.findLast((address) => !trusts(proxies, address));
	return last !== undefined && isIP(last) !== 0 ? last : plain(peer);
}

export class Guard {
	readonly #proxies: BlockList | undefined;
	readonly #each: Record<Action, Buckets>;
	readonly #all: Partial<Record<Action, Buckets>>;

	/** @param proxies without them addresses are not looked at: everybody would seem to be the proxy */
	constructor(proxies: BlockList | undefined, clock: () => number = Date.now, rates = RATES) {
		this.#proxies = proxies;
		const buckets = (rate: Rate) => new Buckets(rate, clock);
		this.#each = {
			request: buckets(rates.requests),
			'new class': buckets(rates.classes),
			guess: buckets(rates.guesses)
		};
		this.#all = { 'new class': buckets(rates.allClasses), guess: buckets(rates.allGuesses) };
	}

	/** Who sends a request, as a key that is forgotten; nothing where no proxy says it. */
	who(peer: () => string, forwarded: string | null): string | undefined {
		return this.#proxies && keyOf(sender(peer(), forwarded, this.#proxies));
	}

	/** @throws Problem when too much of this has happened */
	require(action: Action, who: string | undefined): void {
		const each = who === undefined ? 0 : this.#each[action].wait(who);
		const wait = Math.max(each, this.#all[action]?.wait('') ?? 0);
		if (wait > 0) throw new Problem('too-many-requests', undefined, wait);
	}

	/** Counts that it has happened. */
	count(action: Action, who: string | undefined): void {
		if (who !== undefined) this.#each[action].spend(who);
		this.#all[action]?.spend('');
	}
}

/**
 * A page of another site may not write, whatever it sends. Browsers say where a request comes from;
 * a program that says nothing has to have the token anyway.
 *
 * @throws Problem cross-site
 */
export function requireSameSite(request: Request, origin: string): void {
	if (request.method === 'GET' || request.method === 'HEAD') return;
	const site = request.headers.get('sec-fetch-site');
	const from = request.headers.get('origin');
	const same = site === null ? from === null || from === origin : site === 'same-origin';
	if (!same) throw new Problem('cross-site');
}
