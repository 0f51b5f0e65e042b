"""Asks `wend mcp` by the Python client of the protocol; prints what came as JSON. Arguments: the command line of the server."""

import asyncio
import json
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client


async def main() -> None:
    server = StdioServerParameters(command=sys.argv[1], args=sys.argv[2:])
    async with stdio_client(server) as (reading, writing):
        async with ClientSession(reading, writing) as session:
            await session.initialize()
            tools = await session.list_tools()
            found = await session.call_tool("search", {"query": "sour coffee"})
            refused = await session.call_tool("read", {"note": "no such note"})
            resources = await session.list_resources()
            prompts = await session.list_prompts()
            dumped = [
                part.model_dump(mode="json", by_alias=True)
                for part in (tools, found, refused, resources, prompts)
            ]
    print(json.dumps(dict(zip(["tools", "found", "refused", "resources", "prompts"], dumped))))


asyncio.run(main())
