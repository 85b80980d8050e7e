// YAML as manifests are written in it.
export * from './readYaml';
export * from './splitDocuments';
