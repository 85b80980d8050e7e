// Files of a component's repository, indexed as objects so that checks read them the same way as a cluster's.
import type { KubernetesObject } from '../objects';

/**
 * A text file of a repository. `metadata.name` is its path from the component's root, with forward slashes.
 *
 * @public
 */
export interface RepositoryFile extends KubernetesObject {
  apiVersion: 'repository/v1';
  text: string;
}

/** @public */
export interface RepositoryKinds {
  /** Dockerfile, Containerfile, `*.Dockerfile`, `Dockerfile.*`. */
  'repository/v1/Dockerfile': RepositoryFile;
  /** compose.yaml, docker-compose.yml and their overrides. */
  'repository/v1/ComposeFile': RepositoryFile;
  /** .dockerignore, `<Dockerfile>.dockerignore`. */
  'repository/v1/DockerIgnore': RepositoryFile;
  /** Chart.yaml, Chart.lock, requirements.yaml, values.yaml, values.schema.json of a Helm chart. */
  'repository/v1/HelmChartFile': RepositoryFile;
  /** Files that name dependencies or their locked versions, or another builder: package.json, go.sum, project.toml. */
  'repository/v1/BuildFile': RepositoryFile;
  /** Pipelines: GitHub workflows, .gitlab-ci.yml, Jenkinsfile and the like. */
  'repository/v1/Pipeline': RepositoryFile;
}
