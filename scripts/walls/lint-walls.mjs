import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { hasHouse, refusal } from './rooms.mjs'

const OURS = ['lint-walls.mjs', 'map.mjs', 'rooms.mjs'].map(f => path.join(import.meta.dirname, f))
const isFile = name => statSync(name, { throwIfNoEntry: false })?.isFile() ?? false
/** What begins so names a file beside the one it stands in, whoever is asked to load it. */
const beside = text => /^\.\.?\/|^\.\.$/.test(text)

/** The lint plugin made of the map in `walls/map.mjs`. */
export const walls = {
  // The linter's cache goes by this: with another map every file is looked at anew.
  meta: {
    name: 'walls',
    version: OURS.reduce((h, f) => h.update(readFileSync(f)), createHash('sha256')).digest('hex'),
  },
  rules: {
    walls: {
      meta: { type: 'problem', schema: [] },
      create(context) {
        const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
        if (!hasHouse(file)) return {}
        const say = (node, why) => context.report({ node, message: `${why}; see docs/architecture.md` })
        const check = (node, source, typeOnly) => {
          const here = path.dirname(context.filename)
          const why = beside(source) && !isFile(path.resolve(here, source)) ? `${source} names no file` : undefined
          const refused = why ?? refusal(file, source, typeOnly)
          if (refused) say(node, refused)
        }
        const checkSource = node => {
          if (!node.source) return
          if (typeof node.source.value === 'string')
            check(node, node.source.value, (node.importKind ?? node.exportKind) === 'type')
          else say(node, 'An import names its file in one plain string')
        }
        const imports = {
          ImportDeclaration: checkSource,
          ExportNamedDeclaration: checkSource,
          ExportAllDeclaration: checkSource,
          ImportExpression: checkSource,
          // `import('./a.ts').A`, a type written in place.
          TSImportType: checkSource,
        }
        return {
          ...imports,
          // `createRequire`, `import.meta.glob`, `new URL(…, import.meta.url)`: whatever else loads a file by its name.
          Literal: node => {
            if (typeof node.value === 'string' && beside(node.value) && !(node.parent.type in imports))
              check(node, node.value)
          },
          TemplateLiteral: node => {
            const begins = node.quasis[0].value.cooked
            if (beside(begins) && !(node.parent.type in imports)) check(node, begins)
          },
          MetaProperty: node => {
            const { parent } = node
            if (node.meta.name === 'import' && !(parent.type === 'MemberExpression' && parent.property.name === 'url'))
              say(node, 'Of import.meta only its url may be used')
          },
        }
      },
    },
  },
}
