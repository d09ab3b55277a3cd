import type { Lang } from '../shared/kit/words.ts'
import { textOf } from '../shared/ticket/markup.ts'
import { isListed, ownStub, stubKey } from '../shared/ticket/own-stub.ts'
import { call } from '../shared/web/client.ts'
import { forgetBefore, linksFrom } from '../shared/web/own-links.ts'

// The page is complete without this script; it adds the numbers that only this phone knows, such as one that was scanned.
const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'id'
const today = document.documentElement.dataset['today'] ?? ''
const list = document.querySelector('#own')

void forgetBefore(today)
for (const { token, number, date } of linksFrom(today)) {
  if (!list || list.querySelector(`[data-own="${stubKey({ number, date })}"]`)) continue
  // What the server does not answer, or not for long, is left out: the link is still in the browser's memory.
  void call('GET /api/tickets/:token', { params: { token } }).then(
    own => {
      if (isListed(own)) list.insertAdjacentHTML('beforeend', textOf(ownStub(own, `/t/${token}`, lang)))
    },
    () => {},
  )
}
