/** Once somebody mends a field, what was wrong with it is no longer said: neither beside it nor above the button. */
export function mended(page: ParentNode, field: HTMLElement): void {
  const said = page.querySelector('.dock .banner.bad')
  const about = said?.querySelector('a[href^="#"]')?.getAttribute('href')
  if (about === null || about === undefined || about === `#${field.id}`) said?.remove()
  if (!field.hasAttribute('aria-invalid')) return
  field.removeAttribute('aria-invalid')
  field.setAttribute('aria-describedby', `${field.id}-why`)
  page.querySelector(`#${field.id}-wrong`)?.remove()
}
