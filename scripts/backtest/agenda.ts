import type { Instant } from '../../shared/kit/time.ts'

/** Things that will happen, each at its instant; at the same instant in the order noted. */
export class Agenda {
  private readonly list: { readonly at: Instant; readonly act: (at: Instant) => void }[] = []

  at(at: Instant, act: (at: Instant) => void): void {
    let place = this.list.length
    while (place > 0 && this.list[place - 1]!.at <= at) place--
    this.list.splice(place, 0, { at, act })
  }

  run(): void {
    for (let next = this.list.pop(); next; next = this.list.pop()) next.act(next.at)
  }
}
