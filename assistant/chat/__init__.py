"""An answer in the words of a chat model, held to the texts; empty-handed without one configured.

In reading order: endpoint (which model, where), chat (opened, begun for each answer), answering (attempts, and the
extractive answer instead), attempt (passages, searches, reply, verdict), reply (sentence by sentence), verification/;
and what they use: model, failures, calls, prompts, passages, tokens, searches, thoughts, standalone, events, byline.
questions writes those of added documents.
"""
