import path from 'node:path'
import { refusal } from './walls/rooms.mjs'

/** The lint plugin made of the map in `walls/map.mjs`. */
export const walls = {
  rules: {
    walls: {
      meta: { type: 'problem', schema: [] },
      create(context) {
        const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
        const check = node => {
          if (!node.source) return
          const why = refusal(file, node.source.value, (node.importKind ?? node.exportKind) === 'type')
          if (why) context.report({ node, message: `${why}; see docs/architecture.md` })
        }
        return {
          ImportDeclaration: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
          ImportExpression: check,
          // `import('./a.ts').A`, a type written in place.
          TSImportType: check,
        }
      },
    },
  },
}
