import type { Lang } from '../shared/kit/words.ts'
import type { OwnLink } from '../shared/ticket/in-parts.ts'
import { textOf } from '../shared/ticket/markup.ts'
import { isListed, ownStub } from '../shared/ticket/own-stub.ts'
import { call } from '../shared/web/client.ts'

/** Draws the phone's own tickets under those that the server knew of. */
export function addStubs(list: Element, links: readonly OwnLink[]): void {
  const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'id'
  for (const { token } of links) {
    // What the server does not answer is left out: the link is still in the browser's memory.
    void call('GET /api/tickets/:token', { params: { token } }).then(
      own => {
        if (isListed(own)) list.insertAdjacentHTML('beforeend', textOf(ownStub(own, `/t/${token}`, lang)))
      },
      () => {},
    )
  }
}
