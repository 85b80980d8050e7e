// Decides what is judged before everything has been read, so that there is something to look at early.

/** Components that are judged early, and those that are asked for before nothing new is expected. */
const most = { looks: 200, questions: 2_000 };

/** Before everything has been read, only what nothing is known of yet is worth a look, and only one. */
export class FirstLooks {
  private readonly looked = new Set<string>();
  private questions = 0;

  /** @param isKnown - whether there already is a report of a component */
  constructor(private readonly isKnown: (component: string) => boolean) {}

  /** Whether there is nothing more to look at early. */
  get areOver(): boolean {
    return this.looked.size >= most.looks || this.questions >= most.questions;
  }

  /** Whether a component is to be judged now; it will not be a second time. */
  take(component: string): boolean {
    this.questions += 1;
    if (this.areOver || this.looked.has(component) || this.isKnown(component)) return false;
    this.looked.add(component);
    return true;
  }

  end(): void {
    this.looked.clear();
  }
}
