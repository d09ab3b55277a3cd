/** Whose link it is that a hash names, by its secret. */
export function linkIn(hash: string): string | undefined {
  return /^#\/tautan\/([\w-]{1,80})$/.exec(hash)?.[1]
}

/**
 * What the provider gave this browser, where it has just sent it back; `''` elsewhere. It is taken out of the address and out of
 * the history at once.
 */
export function takeReturned(): string {
  if (location.pathname !== '/console/oidc') return ''
  const { search } = location
  history.replaceState(null, '', '/console/')
  return search
}
