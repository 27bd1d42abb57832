import type { Page } from 'playwright';
import { answerAnyhow } from '../engines/in-page.ts';
import type { TestServer } from '../support/server.ts';
import { firstModule } from '../support/transfer.ts';
import { onPhone, slowDown } from './browser.ts';
import { atMost, quantile, told, type Figure } from './figure.ts';

const QUIZZES = 3;

/** Notes the time from each tap on "Answer" until the feedback is painted. */
function watchAnswers() {
	const times: number[] = [];
	Object.assign(window, { times });
	addEventListener(
		'click',
		({ target, timeStamp }) => {
			if (!(target instanceof Element) || !target.closest('main form button.primary')) return;
			const painted = new MessageChannel();
			painted.port1.onmessage = () => times.push(performance.now() - timeStamp);
			const look = () => {
				if (document.querySelector('main h3'))
					requestAnimationFrame(() => {
						painted.port2.postMessage('');
					});
				else requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		},
		{ capture: true }
	);
}

async function answerAll(page: Page) {
	const answer = page.getByRole('button', { name: 'Think so' });
	const next = page.getByRole('button', { name: /^(Next question|See the result)$/ });
	for (let last = false; !last;) {
		await answer.waitFor();
		await page.evaluate(answerAnyhow);
		await answer.tap();
		last = (await next.innerText()) === 'See the result';
		await next.tap();
	}
}

/** From tap to feedback, on a processor four times as slow. */
export async function answers(server: TestServer): Promise<Figure[]> {
	const { quiz } = await firstModule(server.url);
	const times = await onPhone(async (context) => {
		const page = await context.newPage();
		await page.addInitScript(watchAnswers);
		await slowDown(page, 4);
		await page.goto(server.url + quiz);
		for (let round = 1; round <= QUIZZES; round++) {
			await answerAll(page);
			await page.getByRole('button', { name: 'Again with all, in a new order' }).tap();
		}
		return page.evaluate(() => (window as unknown as { times: number[] }).times);
	});
	return [
		atMost(`answer to feedback, p75 of ${times.length}`, quantile(times, 0.75), 100, 'ms'),
		told('answer to feedback, slowest', Math.max(...times), 'ms')
	];
}
