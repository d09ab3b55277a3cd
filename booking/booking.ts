import type { Lang } from '../shared/kit/words.ts'
import { answerOf } from '../shared/web/client.ts'
import { forgetBefore } from '../shared/web/own-links.ts'
import { countUnfound } from '../shared/web/unfound.ts'
import { bookForm } from './book-form.ts'
import { followClosings } from './closings.ts'
import { chosenTime } from './chosen-time.ts'
import { serviceSearch } from './service-search.ts'

// The pages are complete without this script; it makes searching quicker and sending safer.
const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'id'
const page = document.body
/** A slow network gets more time than a tap elsewhere: what is sent is what somebody came for. */
const SEND_MS = 15_000

void forgetBefore(document.documentElement.dataset['today'] ?? '')
if (page.classList.contains('services')) {
  const { pathname } = location
  serviceSearch(page, {
    load: async fields => (await fetch(`${pathname}?${fields}`)).text(),
    unfound: query => countUnfound(decodeURIComponent(pathname.split('/')[2]!), query),
    pauseMs: 300,
  })
}

chosenTime(page)

const closings = document.getElementById('closings')
if (closings) {
  const { look } = followClosings(closings, {
    // Kept by the browser as long as the server says so: what is still true costs a line.
    load: async from => {
      const answer = await fetch(from)
      if (!answer.ok) throw new Error(String(answer.status))
      return answer.text()
    },
    later: (run, ms) => void setTimeout(run, ms),
    hidden: () => document.hidden,
  })
  document.addEventListener('visibilitychange', () => void look())
}

// Only a page with such a form pays for it.
if (page.querySelector('form[data-send]'))
  void import('./act-forms.ts').then(({ actForms }) => actForms(page, lang, url => location.replace(url)))

if (page.classList.contains('data')) {
  const { tick } = bookForm(page, {
    lang,
    send: fields =>
      answerOf(
        page.querySelector<HTMLFormElement>('#book')!.action,
        { method: 'POST', headers: { Accept: 'application/json' }, body: fields },
        SEND_MS,
      ),
    prove: async (challenge, progress) => {
      const { canSolve, solve } = await import('./proof.ts')
      return canSolve() ? solve(challenge, progress) : undefined
    },
    submit: form => form.submit(),
    go: path => location.assign(path),
    again: () => location.reload(),
    store: sessionStorage,
    clock: () => performance.now(),
  })
  setInterval(tick, 1_000)
}
