import type { Kind } from '../../kind.ts';
import { match, type MatchItem, type MatchResponse } from '../match/play.ts';

/**
 * For one statement, how each of the articles carries it: a match of articles with stances, in a
 * fixed order. Credit: share of articles told right.
 */
export const matrix: Kind<MatchItem, MatchResponse> = { ...match, arrange: (item) => item };
