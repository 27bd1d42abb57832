import type { Component } from 'svelte';
import type { KindProps } from './kind-props.ts';

interface KindModule {
	default: Component<KindProps>;
}

/** The component of a kind is the one that lies in the kind's folder. */
const components = import.meta.glob<KindModule>('../../quiz/kinds/*/*.svelte');

const paths = Object.keys(components);

/** Loads the component of a kind of question. */
export async function loadKind(kind: string): Promise<Component<KindProps>> {
	const path = paths.find((each) => each.includes(`/${kind}/`));
	const load = path && components[path];
	if (!load) throw new Error(`The kind ${kind} has no component.`);
	return (await load()).default;
}
