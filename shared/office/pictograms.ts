// 48 grid, stroke 2.5, soft fill: what a service is about, drawn for this product. Constants, so a page may take them as they are.
const SHAPES: Readonly<Record<string, string>> = {
  baby: '<path fill="var(--accent-soft)" d="M13 26c0 9 4 16 11 16s11-7 11-16z"/><circle fill="var(--accent-soft)" cx="24" cy="17" r="10.5"/><path d="M24 6.5c3 0 3.5 3.8.5 4M20.3 16v.1M27.7 16v.1M21 20.5c1.7 1.6 4.3 1.6 6 0M13 26c6 4.5 13 7 20 8.5"/>',
  chat: '<path fill="var(--accent-soft)" d="M5 8h26v18H18l-7 6v-6H5z"/><path d="M36 17h7v17h-5v6l-7-6H21v-3M12 15h12M12 20h8"/>',
  'child-card':
    '<rect fill="var(--accent-soft)" x="5" y="11" width="38" height="27" rx="4"/><circle cx="17" cy="24.5" r="6.5"/><path d="M14.8 23v.1M19.2 23v.1M14.8 26.5c1.3 1.2 3.1 1.2 4.4 0M29 20h8.5M29 26h8.5M29 32h5"/>',
  'death-cert':
    '<path fill="var(--accent-soft)" d="M11 5h18l9 9v29H11z"/><path d="M29 5v9h9"/><path d="M17 34c0-8 5-12 14-12 0 8-5 12-14 12zM17 34c3-4.5 6-7 9.5-9M16 38.5l1-4.5"/>',
  divorce:
    '<circle fill="var(--accent-soft)" cx="12.5" cy="24" r="8.5"/><circle fill="var(--accent-soft)" cx="35.5" cy="24" r="8.5"/><path d="M24 7v34" stroke-dasharray="4 4.5"/>',
  'edit-card':
    '<rect fill="var(--accent-soft)" x="5" y="11" width="38" height="27" rx="4"/><path d="M11 20h13M11 26h8"/><path fill="var(--surface)" d="M22 34l2-6L38.5 13.5l4 4L28 32z"/>',
  family:
    '<path fill="var(--accent-soft)" d="M6 22L24 7l18 15v20H6z"/><circle cx="18" cy="24.5" r="3.2"/><circle cx="30" cy="24.5" r="3.2"/><path d="M12 36.5c.4-4 2.6-6 6-6s5.6 2 6 6c.4-4 2.6-6 6-6s5.6 2 6 6"/>',
  'id-card':
    '<rect fill="var(--accent-soft)" x="5" y="11" width="38" height="27" rx="4"/><circle cx="16.5" cy="21.5" r="3.6"/><path d="M10.5 32c.6-3.6 3-5.3 6-5.3s5.4 1.7 6 5.3M28 20h9.5M28 26h9.5M28 32h6"/>',
  move: '<path fill="var(--accent-soft)" d="M4 25L16 14l12 11v16H4z"/><path d="M12 41V31h8v10M31 13h11M37.5 8l5 5-5 5M43 27H33M37.5 22l-5 5 5 5"/>',
  'phone-id':
    '<rect fill="var(--accent-soft)" x="12" y="4" width="24" height="40" rx="5"/><rect x="17" y="14" width="14" height="10" rx="2"/><path d="M19.5 31l3.2 3.2 6-6.4M21.5 8.5h5"/>',
  rings:
    '<circle cx="17" cy="29" r="11"/><circle cx="31" cy="29" r="11"/><path fill="var(--accent-soft)" d="M12.5 9l2.5-4h5l2.5 4-5 6z"/><path d="M12.5 9h10"/>',
  stamp:
    '<path fill="var(--accent-soft)" d="M19 7h10c2 0 3 2 2 4l-3 7c-.6 3 0 6 2 8h7v8H11v-8h7c2-2 2.6-5 2-8l-3-7c-1-2 0-4 2-4z"/><path d="M8 41h32"/>',
}

const SHEET = '<path fill="var(--accent-soft)" d="M11 5h18l9 9v29H11z"/><path d="M29 5v9h9M17 23h14M17 29h14M17 35h9"/>'

/** The names that a service may carry as its pictogram. */
export const PICTOGRAMS: readonly string[] = Object.keys(SHAPES)

/** The inside of a pictogram as SVG text; a name we do not know gives a sheet of paper, so a new service is never blank. */
export function pictogramShape(name: string): string {
  return SHAPES[name] ?? SHEET
}
