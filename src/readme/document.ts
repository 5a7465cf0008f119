/** What a README is to the services that read and write it; views, stores and workers know it from the entities. */
export * from './readme-document.js';
