/** What the component of a question kind is given. */
export interface KindProps<Item = unknown, Response = unknown> {
	item: Item;
	response: Response;
	/** Called with the whole response whenever the reader changes it. */
	respond: (response: Response) => void;
}
