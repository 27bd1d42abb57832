const KEY = 'names-hidden';

const stored = () => {
	try {
		return sessionStorage.getItem(KEY) === 'yes';
	} catch {
		return false;
	}
};

/** Whether names are hidden, for a screen that all can see. Holds for this tab, over reloads too. */
export class NamesHidden {
	#hidden = $state(stored());

	get on(): boolean {
		return this.#hidden;
	}

	set on(hidden: boolean) {
		this.#hidden = hidden;
		try {
			sessionStorage.setItem(KEY, hidden ? 'yes' : 'no');
		} catch {
			// Storage is blocked: it holds until the page is loaded again.
		}
	}
}
