/** The kinds that no quiz begins with. */
import { match } from './match/play.ts';
import { matrix } from './matrix/play.ts';
import { multi } from './multi/play.ts';
import { number } from './number/play.ts';
import { order } from './order/play.ts';
import { place } from './place/play.ts';
import { verdict } from './verdict/play.ts';

export const others = { multi, order, match, number, verdict, place, matrix };
