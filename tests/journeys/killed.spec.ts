import { killed } from '../support/killed.ts';
import { expect, test } from './fixtures.ts';

test('an answer shown as saved is there after the tab or the browser was killed', async ({
	server
}) => {
	test.setTimeout(180_000);
	expect(await killed(server.url, 10)).toEqual({ lost: 0, more: 0 });
});
