import type { CodegenConfig } from '@graphql-codegen/cli'

/** Typed documents from the API's committed schema. Documents are strings, so no GraphQL parser reaches the browser. */
const config: CodegenConfig = {
  schema: process.env.SUNDOWN_SCHEMA ?? '../api/schema.graphql',
  documents: ['src/**/*.graphql'],
  ignoreNoDocuments: true,
  generates: {
    'src/graphql/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { DateTime: 'string', JSON: 'unknown' },
      },
    },
  },
}

export default config
