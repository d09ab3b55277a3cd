/** Who may import whom: house by house, and room by room in a house. */
export const HOUSES: Readonly<
  Record<string, { readonly may: string; readonly rooms: Readonly<Record<string, string>> }>
>
