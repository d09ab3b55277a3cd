const ID = 'office-accent'

/** Puts the colour of an office over the usual accent of this screen; an empty one takes it off again. */
export function wearAccent(color: string): void {
  const worn = document.getElementById(ID) as HTMLLinkElement | null
  if (color === '') return void worn?.remove()
  const href = `/accent/${color.slice(1)}.css`
  if (worn?.getAttribute('href') === href) return
  const link = worn ?? Object.assign(document.createElement('link'), { id: ID, rel: 'stylesheet' })
  link.setAttribute('href', href)
  if (!worn) document.head.append(link)
}
