/** Something that comes while the page stands. What kept it from coming is in the console. */
export class Loading<T> {
	value = $state.raw<T>();
	failed = $state(false);

	constructor(coming: Promise<T>) {
		coming.then(
			(value) => {
				this.value = value;
			},
			(cause: unknown) => {
				console.error(cause);
				this.failed = true;
			}
		);
	}
}
