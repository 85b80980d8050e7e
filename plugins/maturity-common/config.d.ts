// Configuration of the maturity plugin in app-config.
export interface Config {
  maturity?: {
    /** The roadmaps: their prose, tiers and topics. Default: the roadmap that comes with the plugin. */
    content?: {
      /** Folder with roadmaps, relative to the working directory or absolute. */
      folder?: string;
      /** URL of such a folder in a repository, read through the configured integrations. */
      url?: string;
    };
    /** How often what can't be watched is read: manifests and repositories. Clusters are watched. */
    schedule?: {
      /** Minutes between readings. Default 5. */
      everyMinutes?: number;
    };
    /** Sets of manifests that stand for clusters. */
    manifests?: Array<{
      /** Folder or repository URL; each folder directly below it is one cluster, unless `cluster` names a single one. */
      folder?: string;
      url?: string;
      /** Name of the cluster that the whole folder stands for. */
      cluster?: string;
    }>;
    /** Clusters of the Kubernetes plugin. */
    clusters?: {
      /** Whether to read them. Default true where the Kubernetes plugin is installed. */
      enabled?: boolean;
      /** Names of clusters to leave out. */
      exclude?: string[];
      /**
       * Whether to read names, labels and annotations of Secrets, never their data, so that checks can tell whether a
       * Secret exists. Needs the right to list and watch Secrets, which Kubernetes does not tell from reading them.
       * Default false.
       */
      secretMetadata?: boolean;
      /**
       * Custom resources of kinds that no check names, such as a database that an operator makes. Needs the right to
       * list and watch them. Default: none are read.
       */
      customResources?: {
        /** API groups: names, `*.example.com` for all below, `*` for all. Groups of Kubernetes itself are never read. */
        groups?: string[];
        /** API groups to leave out; wins over `groups`. */
        exclude?: string[];
      };
    };
    /** What is kept of the past. */
    history?: {
      /** Days that transitions and daily counts are kept. Default 400. */
      days?: number;
    };
    /** Source repositories of components. */
    repositories?: {
      /** Whether to read them. Default true. */
      enabled?: boolean;
      /** Folder below which `dir:` references may point at repositories on disk. For development. */
      folder?: string;
      /** Requests an hour to each host; from 10. Default 2000. */
      requestsPerHour?: number;
      /** Hosts that may be asked more or less often. */
      hosts?: Array<{
        /** As in the URL: github.com, gitlab.example.com:8443. */
        host: string;
        /** From 10. */
        requestsPerHour: number;
      }>;
    };
    /** Which catalog entities are judged. Default: every Component. */
    components?: {
      /** Values of `spec.type` to judge, for instance service and website. */
      types?: string[];
    };
    /** Own checks in CEL, and ValidatingAdmissionPolicies to judge by as they are. A change takes effect without a restart. */
    ownChecks?: Array<{
      /** Folder with YAML documents, relative to the working directory or absolute. */
      folder?: string;
      /** URL of such a folder in a repository, read through the configured integrations. */
      url?: string;
    }>;
    /** Settings of checks, by id. What can't be used is logged with its path and left out. */
    checks?: {
      [checkId: string]: {
        /** `false` takes the check out. */
        enabled?: boolean;
        severity?: 'critical' | 'high' | 'medium' | 'low';
        /** Shown but neither scored nor blocking. */
        advice?: boolean;
        /** Catalog filter: the check is asked of components whose fields have one of these values. */
        appliesTo?: { [entityField: string]: string | string[] };
        /** Numbers by the names that the check's documentation lists. */
        thresholds?: { [name: string]: number };
        /** Lists of text by the names that the check's documentation lists. */
        lists?: { [name: string]: string[] };
      };
    };
  };
}
