/** Every value of `wanted` with the one of `got` in its place: where it stands, and by how much numbers differ, the smaller of absolute and relative. */
export function compared(
  got: unknown,
  wanted: unknown,
  at: string,
): readonly { readonly at: string; readonly off: number }[] {
  if (typeof wanted === 'number' && typeof got === 'number') {
    const off = Math.abs(got - wanted)
    return [{ at: `${at}: ${got}, not ${wanted}`, off: Math.min(off, wanted === 0 ? off : off / Math.abs(wanted)) }]
  }
  if (typeof wanted === 'object' && wanted !== null) {
    const has = (got ?? {}) as Readonly<Record<string, unknown>>
    const lengths = Array.isArray(wanted) && (has['length'] !== wanted.length || !Array.isArray(got))
    const parts = Object.entries(wanted).flatMap(([key, value]) => compared(has[key], value, `${at}.${key}`))
    return lengths ? [{ at: `${at}: other length`, off: Infinity }, ...parts] : parts
  }
  return [{ at: `${at}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`, off: got === wanted ? 0 : Infinity }]
}
