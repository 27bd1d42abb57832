/**
 * The table of contents: which file holds each pack in this version of the content. A page built
 * as finished HTML names its version, and takes packs of no other.
 */

export interface Contents {
	/** Changes with any pack. */
	version: string;
	/** The hash of each pack by its path below `/data`, without `.json`. */
	packs: Readonly<Record<string, string>>;
}

/** Path of the table of contents below `/data`; its address stays the same in every version. */
export const CONTENTS = 'contents';

/**
 * The address of a pack below `/data`, without `.json`; `undefined` when this version has no such pack.
 *
 * @param path for example `modules/words`
 */
export function packAddress({ packs }: Contents, path: string): string | undefined {
	const hash = packs[path];
	return hash ? `${path}.${hash}` : undefined;
}
