/** The packs of a running server, as a page takes them. */
import { CONTENTS, packAddress, type Contents } from '../../src/lib/content/contents.ts';

const read = async (url: string, file: string): Promise<unknown> =>
	(await fetch(`${url}/data/${file}.json`)).json();

/**
 * @param url of the server
 * @param path of the pack below `/data`
 */
export async function serverPack(url: string, path: string): Promise<unknown> {
	const address = packAddress((await read(url, CONTENTS)) as Contents, path);
	if (!address) throw new Error(`The server has no pack ${path}.`);
	return read(url, address);
}

/** The path of a pack without its hash: `/data/quiz/words.json`. */
export const withoutHash = (path: string) =>
	path.replace(/^(\/data\/.+)\.[\w-]{8}(\.json)$/, '$1$2');
