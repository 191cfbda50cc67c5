#!/bin/sh
# Makes the namespace and Baton's search attributes, and waits until they can be used. May run again at any time.
# Where the server is comes from TEMPORAL_ADDRESS, the namespace from TEMPORAL_NAMESPACE.
set -eu

# The server's parts learn of new namespaces and attributes one after another, within a minute.
eventually() {
  attempt=0
  until "$@" >/dev/null 2>&1; do
    attempt=$((attempt + 1))
    if [ "$attempt" -gt 90 ]; then
      echo "Not possible after 90 seconds: $*" >&2
      "$@"
    fi
    sleep 1
  done
}

# Runs a query that names an attribute; the server refuses it while the attribute does not exist.
usable() {
  temporal workflow count --namespace "$TEMPORAL_NAMESPACE" --query "$1 IS NULL"
}

if ! temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "${RETENTION:-30d}"
fi
eventually temporal operator search-attribute list --namespace "$TEMPORAL_NAMESPACE"

for attribute in BatonProcess=Keyword BatonBusinessKey=Keyword BatonOpenTasks=KeywordList BatonIncident=KeywordList \
  BatonTaskAssignee=Keyword BatonTaskState=Keyword BatonTaskDue=Datetime; do
  name=${attribute%=*}
  if ! usable "$name" >/dev/null 2>&1; then
    temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" \
      --name "$name" --type "${attribute#*=}"
  fi
  eventually usable "$name"
done
echo "Namespace $TEMPORAL_NAMESPACE is ready."
