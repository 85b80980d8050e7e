// Decides what is judged before everything has been read, so that there is something to look at early.

/** Components that are judged early. */
const most = 200;

/** Before everything has been read, only what nothing is known of yet is worth a look, and only one. */
export class FirstLooks {
  private readonly looked = new Set<string>();

  /** @param isKnown - whether there already is a report of a component */
  constructor(private readonly isKnown: (component: string) => boolean) {}

  /** Whether a component is to be judged now; it will not be a second time. */
  take(component: string): boolean {
    if (this.looked.size >= most || this.looked.has(component) || this.isKnown(component)) return false;
    this.looked.add(component);
    return true;
  }

  end(): void {
    this.looked.clear();
  }
}
