/** What the search needs of the page around it; a test plays it. */
export interface SearchWorld {
  /** The page of the same office with the answers to what is typed. */
  readonly load: (fields: URLSearchParams) => Promise<string>
  /** Somebody left the field, and there was no answer. */
  readonly unfound: (query: string) => void
  /** How long somebody pauses before they are answered. */
  readonly pauseMs: number
}

/**
 * Answers while somebody types, with the server's own answers put in place: the phone holds no words of its own. Where no
 * answer comes the page stays as it is, and the button still asks.
 */
export function serviceSearch(page: HTMLElement, { load, unfound, pauseMs }: SearchWorld): void {
  const form = page.querySelector<HTMLFormElement>('.search')!
  const field = page.querySelector<HTMLInputElement>('#q')!
  let asked = Promise.resolve()
  let turn = 0

  field.addEventListener('input', () => {
    const mine = ++turn
    asked = new Promise(done => setTimeout(done, pauseMs)).then(async () => {
      if (mine !== turn) return
      const html = await load(new URLSearchParams([...fieldsOf(form), ['typing', '1']])).catch(() => undefined)
      if (html !== undefined && mine === turn) put(new DOMParser().parseFromString(html, 'text/html'))
    })
  })
  field.addEventListener('change', () => {
    const query = field.value
    void asked.then(() => {
      if (page.querySelector('#answers')!.hasAttribute('data-none') && query === field.value) unfound(query)
    })
  })

  function put(answer: Document): void {
    const answers = answer.querySelector('#answers')
    // A server that is overloaded answers with another page.
    if (!answers) return
    page.querySelector('#answers')!.replaceWith(answers)
    // The place stays, so that a reader hears what is new in it.
    page.querySelector('#found')!.textContent = answer.querySelector('#found')?.textContent ?? ''
  }
}

function fieldsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].map(([name, value]) => [name, String(value)])
}
