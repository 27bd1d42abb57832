/** Statistics of small groups, each with the range in which the truth may well lie. */

/** A figure with its 95 % interval. */
export interface Estimate {
	value: number;
	from: number;
	to: number;
}

/** Quantile of the normal distribution for 95 %. */
const Z = 1.96;

export const mean = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The mean of scores from 0 to 1, with Wilson's interval for a share (Wilson 1927, Journal of the
 * American Statistical Association 22:209). Scores in parts of a point vary no more than whole ones,
 * so for them the interval is rather too wide than too narrow.
 *
 * @param scores at least one
 */
export function meanScore(scores: readonly number[]): Estimate {
	const n = scores.length;
	const value = mean(scores);
	const centre = (value + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
	const half =
		(Z / (1 + Z ** 2 / n)) * Math.sqrt((value * (1 - value)) / n + Z ** 2 / (4 * n ** 2));
	return { value, from: Math.max(0, centre - half), to: Math.min(1, centre + half) };
}

/**
 * Pearson's correlation with the interval by Fisher's transformation (Fisher 1921, Metron 1:3).
 *
 * @returns `undefined` for fewer than four pairs, and where one side does not vary
 */
export function correlation(pairs: readonly (readonly [number, number])[]): Estimate | undefined {
	const n = pairs.length;
	if (n < 4) return undefined;
	const [meanA, meanB] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
	let [both, ofA, ofB] = [0, 0, 0];
	for (const [a, b] of pairs) {
		both += (a - meanA) * (b - meanB);
		ofA += (a - meanA) ** 2;
		ofB += (b - meanB) ** 2;
	}
	// Sums of the same numbers differ in their last digits.
	if (ofA < 1e-12 || ofB < 1e-12) return undefined;
	const value = Math.min(1, Math.max(-1, both / Math.sqrt(ofA * ofB)));
	const z = Math.atanh(Math.min(0.999999, Math.max(-0.999999, value)));
	const half = Z / Math.sqrt(n - 3);
	return {
		value,
		from: Math.min(value, Math.tanh(z - half)),
		to: Math.max(value, Math.tanh(z + half))
	};
}
