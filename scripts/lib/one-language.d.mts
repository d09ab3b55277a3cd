import type { Plugin } from 'vite'

/** A Vite plugin that leaves the words of one language in the modules of `shared/text/`. */
export function oneLanguage(lang: 'id' | 'en'): Plugin
