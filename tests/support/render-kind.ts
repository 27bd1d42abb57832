import type { Component } from 'svelte';
import { onTestFinished } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { KindProps } from '../../src/lib/ui/quiz/kind-props.ts';
import { press } from '../../src/lib/ui/shortcuts/press.ts';

/** Renders a kind's component as a question does: what it responds comes back to it, and keys choose. */
export async function renderKind<Item, Response>(
	Kind: Component<KindProps<Item, Response>>,
	item: NoInfer<Item>,
	first: NoInfer<Response>
) {
	const responses: Response[] = [];
	const respond = (response: Response) => {
		responses.push(response);
		void screen.rerender({ response });
	};
	addEventListener('keydown', press);
	onTestFinished(() => {
		removeEventListener('keydown', press);
	});
	const screen = await render(Kind, { item, response: first, respond });
	return { screen, last: () => responses.at(-1) };
}
