import { BlockList } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Guard, RATES, sender } from './guard.ts';
import { Problem } from './problem.ts';

const proxies = new BlockList();
proxies.addAddress('127.0.0.1');
proxies.addSubnet('10.0.0.0', 8);

describe('sender', () => {
	it.each([
		['127.0.0.1', '203.0.113.5', '203.0.113.5'],
		['::ffff:127.0.0.1', '203.0.113.5', '203.0.113.5'],
		['127.0.0.1', '198.51.100.9, 203.0.113.5, 10.1.1.1', '203.0.113.5'],
		// What stands left of the first stranger is what the stranger says.
		['127.0.0.1', '1.1.1.1, 203.0.113.5', '203.0.113.5'],
		['127.0.0.1', null, '127.0.0.1'],
		['127.0.0.1', 'unknown', '127.0.0.1'],
		// Not from the proxy: its word does not count.
		['203.0.113.7', '1.1.1.1', '203.0.113.7']
	])('is, from %s with %s, %s', (peer, forwarded, is) => {
		expect(sender(peer, forwarded, proxies)).toBe(is);
	});
});

const taken = (run: () => void, most: number) => {
	for (let count = 0; count < most; count += 1)
		try {
			run();
		} catch (error) {
			expect(error).toEqual(expect.objectContaining({ code: 'too-many-requests' }));
			return { count, wait: (error as Problem).retryAfter };
		}
	return { count: most, wait: 0 };
};

describe('Guard', () => {
	const guarded = (trusted?: BlockList) => {
		let now = 0;
		const guard = new Guard(trusted, () => now);
		const once = (action: 'request' | 'guess', from: string) => () => {
			const who = guard.who(() => '127.0.0.1', from);
			guard.require(action, who);
			guard.count(action, who);
		};
		return { once, pass: (ms: number) => (now += ms) };
	};

	it('lets a school of 1,500 hand in, ask for assignments and tell its progress from one address', () => {
		const { once } = guarded(proxies);
		expect(taken(once('request', '203.0.113.5'), 1500 * 6).count).toBe(9000);
	});

	it('slows one address down, and not another', () => {
		const { once, pass } = guarded(proxies);
		expect(taken(once('request', '203.0.113.5'), 1e6)).toEqual({ count: 10_000, wait: 1 });
		once('request', '203.0.113.6')();
		pass(1000);
		expect(taken(once('request', '203.0.113.5'), 1e6).count).toBe(RATES.requests.perSecond);
	});

	it('takes a network of IPv6 for one address', () => {
		const { once } = guarded(proxies);
		for (let at = 0; at < RATES.guesses.burst; at += 1)
			once('guess', `2001:db8::${at.toString(16)}`)();
		expect(once('guess', '2001:db8:0:0:ffff::1')).toThrow(Problem);
		once('guess', '2001:db8:0:1::1')();
	});

	it('slows guesses from anywhere down for everybody, to one a second', () => {
		const { once, pass } = guarded(proxies);
		let address = 0;
		const anywhere = () => {
			address += 1;
			once('guess', `203.0.${address >> 8}.${address & 255}`)();
		};
		expect(taken(anywhere, 1e6)).toEqual({ count: 1000, wait: 1 });
		pass(60_000);
		expect(taken(anywhere, 1e6).count).toBe(60);
	});

	it('does not look at addresses without a proxy that is trusted', () => {
		const { once } = guarded();
		expect(taken(once('request', '203.0.113.5'), 20_000).count).toBe(20_000);
	});
});
