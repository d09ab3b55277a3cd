import type { Plugin } from 'vite'

export function oneLanguage(lang: 'id' | 'en'): Plugin
