import type { Later } from '../content/records.ts';
import { pack } from './packs.ts';

/** What came after the articles, in a pack that only the pages about it fetch. */
export const laterPack = (load: typeof fetch): Promise<Later> => pack<Later>('later', load);
