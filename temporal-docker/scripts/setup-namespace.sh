#!/bin/sh
# Makes the namespace and Baton's search attributes, and waits until they can be used. May run again at any time.
# Where the server is comes from TEMPORAL_ADDRESS, the namespace from TEMPORAL_NAMESPACE.
set -eu

if ! temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" >/dev/null 2>&1; then
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention "${RETENTION:-30d}"
fi

# Runs a query that names an attribute; the server refuses it while the attribute does not exist.
usable() {
  temporal workflow count --namespace "$TEMPORAL_NAMESPACE" --query "$1 IS NULL" >/dev/null 2>&1
}

for attribute in BatonProcess=Keyword BatonBusinessKey=Keyword BatonOpenTasks=KeywordList BatonIncident=KeywordList; do
  name=${attribute%=*}
  usable "$name" || temporal operator search-attribute create --namespace "$TEMPORAL_NAMESPACE" \
    --name "$name" --type "${attribute#*=}"
done

# The server's parts learn of new attributes within a minute.
for name in BatonProcess BatonBusinessKey BatonOpenTasks BatonIncident; do
  attempt=0
  until usable "$name"; do
    attempt=$((attempt + 1))
    if [ "$attempt" -gt 90 ]; then
      echo "Search attribute $name cannot be used after 90 seconds." >&2
      exit 1
    fi
    sleep 1
  done
done
echo "Namespace $TEMPORAL_NAMESPACE is ready."
