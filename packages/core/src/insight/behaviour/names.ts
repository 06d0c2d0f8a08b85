/** Names told apart at once; beyond them all are forgotten, and somebody's may be counted twice. */
const MOST_NAMES = 100_000;

interface Name {
  person: number;
  day: number;
}

/**
 * How many different names there are of a person and of a day. A name remembers where it was met last: one look-up for
 * each, and nothing to clear from person to person.
 */
export class Names {
  ofPerson = 0;
  ofDay = 0;
  private person = 0;
  private day = 0;
  private readonly known = new Map<string, Name>();

  nextPerson(): void {
    this.person++;
    this.ofPerson = 0;
    this.nextDay();
  }

  nextDay(): void {
    this.day++;
    this.ofDay = 0;
  }

  take(raw: string): void {
    let name = this.known.get(raw);
    if (name === undefined) {
      if (this.known.size >= MOST_NAMES) this.known.clear();
      this.known.set(raw, (name = { person: 0, day: 0 }));
    }
    if (name.person !== this.person) {
      name.person = this.person;
      this.ofPerson++;
    }
    if (name.day === this.day) return;
    name.day = this.day;
    this.ofDay++;
  }
}
