import { fixture, html } from '@open-wc/testing'

/** A page as the server sends it, inside this one. */
export async function servedPage(text: string): Promise<HTMLElement> {
  const sent = new DOMParser().parseFromString(text, 'text/html')
  const page = await fixture<HTMLElement>(html`<div></div>`)
  page.className = sent.body.className
  page.append(...sent.body.children)
  return page
}

/** Puts on what a page of the phone wears, for the tests of one file. */
export function wearing(href: string): void {
  const style = document.createElement('link')
  style.rel = 'stylesheet'
  style.href = href
  before(async () => {
    document.documentElement.dataset['device'] = 'phone'
    const loaded = new Promise(done => style.addEventListener('load', done))
    document.head.append(style)
    await loaded
  })
  after(() => {
    style.remove()
    document.documentElement.dataset['device'] = 'console'
  })
}
